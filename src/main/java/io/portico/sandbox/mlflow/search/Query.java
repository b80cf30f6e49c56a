package io.portico.sandbox.mlflow.search;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A whole search: what to keep, in which order, and which page of it.
 *
 * @param filter what to keep
 * @param order how to sort; leaves ties to the natural order
 * @param paging which page
 */
public record Query(Filter filter, Comparator<Searchable> order, Paging paging) {

  /**
   * Reads a search as clients write it.
   *
   * @throws InvalidSearchException if any part cannot be understood
   */
  public static Query parse(
      String filter, List<String> order, Paging paging, Vocabulary vocabulary) {
    return new Query(Filter.parse(filter, vocabulary), SortOrder.of(order, vocabulary), paging);
  }

  /** The page of those entities that was asked for. */
  public <T extends Searchable> Page<T> page(Stream<T> entities, Comparator<? super T> natural) {
    Comparator<T> sorted = order::compare;
    return paging.cut(
        entities.filter(filter::accepts).sorted(sorted.thenComparing(natural)).toList());
  }
}
