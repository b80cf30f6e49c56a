package io.portico.sandbox.mlflow.search;

import java.util.Optional;
import java.util.Set;

/** One comparison of a filter. A value that is missing fulfils none, not even {@code !=}. */
sealed interface Condition {

  Field field();

  boolean accepts(Value value);

  default boolean holds(Searchable entity) {
    Optional<Value> value = entity.value(field());
    return value.isPresent() && accepts(value.get());
  }

  /** A number against a number. */
  record OfNumber(Field field, Operator operator, double bound) implements Condition {
    @Override
    public boolean accepts(Value value) {
      return value instanceof Value.Numeric number && operator.compares(number.amount(), bound);
    }
  }

  /** A text against a text or a pattern. */
  record OfText(Field field, Operator operator, String expected) implements Condition {
    @Override
    public boolean accepts(Value value) {
      return value instanceof Value.Text text && operator.compares(text.content(), expected);
    }
  }

  /** A text against a list of texts. */
  record OfMembership(Field field, Set<String> members, boolean inside) implements Condition {
    @Override
    public boolean accepts(Value value) {
      return value instanceof Value.Text text && members.contains(text.content()) == inside;
    }
  }
}
