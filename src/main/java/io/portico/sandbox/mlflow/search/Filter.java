package io.portico.sandbox.mlflow.search;

import java.util.List;

/** Which entities a search wants: those that fulfil every condition. */
public final class Filter {
  private final List<Condition> conditions;

  private Filter(List<Condition> conditions) {
    this.conditions = List.copyOf(conditions);
  }

  /**
   * Reads a filter such as {@code metrics.auc > 0.9 and tags.team = 'crm'}; an empty one accepts
   * everything.
   *
   * @throws InvalidSearchException if it is not in the language or names unknown fields
   */
  public static Filter parse(String text, Vocabulary vocabulary) {
    return new Filter(SearchParser.conditions(text, vocabulary));
  }

  /** Whether that entity fulfils every condition. */
  public boolean accepts(Searchable entity) {
    return conditions.stream().allMatch(condition -> condition.holds(entity));
  }

  List<Condition> conditions() {
    return conditions;
  }
}
