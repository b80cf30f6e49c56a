package io.portico.sandbox.mlflow.search;

import java.util.Comparator;
import java.util.List;

/** One clause of an order. Entities without a value come last, whichever the direction. */
record SortOrder(Field field, boolean descending) implements Comparator<Searchable> {

  @Override
  public int compare(Searchable left, Searchable right) {
    Value first = sortable(left);
    Value second = sortable(right);
    if (first == null || second == null) {
      return Boolean.compare(first == null, second == null);
    }
    int order = compare(first, second);
    return descending ? -order : order;
  }

  private Value sortable(Searchable entity) {
    return entity.value(field).filter(value -> !isNaN(value)).orElse(null);
  }

  private static boolean isNaN(Value value) {
    return value instanceof Value.Numeric number && Double.isNaN(number.amount());
  }

  private static int compare(Value left, Value right) {
    if (left instanceof Value.Numeric first && right instanceof Value.Numeric second) {
      return Double.compare(first.amount(), second.amount());
    }
    if (left instanceof Value.Text first && right instanceof Value.Text second) {
      return first.content().compareTo(second.content());
    }
    return Boolean.compare(left instanceof Value.Text, right instanceof Value.Text);
  }

  static Comparator<Searchable> of(List<String> clauses, Vocabulary vocabulary) {
    return clauses.stream()
        .<Comparator<Searchable>>map(clause -> SearchParser.order(clause, vocabulary))
        .reduce((left, right) -> 0, Comparator::thenComparing);
  }
}
