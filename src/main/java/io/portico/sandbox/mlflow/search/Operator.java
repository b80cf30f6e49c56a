package io.portico.sandbox.mlflow.search;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** How a condition compares. */
enum Operator {
  EQUAL("="),
  NOT_EQUAL("!="),
  GREATER(">"),
  GREATER_OR_EQUAL(">="),
  LESS("<"),
  LESS_OR_EQUAL("<="),
  LIKE("LIKE"),
  ILIKE("ILIKE"),
  IN("IN"),
  NOT_IN("NOT IN");

  static final Set<Operator> FOR_NUMBERS = EnumSet.range(EQUAL, LESS_OR_EQUAL);
  static final Set<Operator> FOR_TEXTS = EnumSet.of(EQUAL, NOT_EQUAL, LIKE, ILIKE);

  private final String symbol;

  Operator(String symbol) {
    this.symbol = symbol;
  }

  static Operator of(String symbol) {
    return Arrays.stream(values())
        .filter(operator -> operator.symbol.equalsIgnoreCase(symbol))
        .findFirst()
        .orElseThrow(() -> new InvalidSearchException("'" + symbol + "' is not a comparator"));
  }

  boolean compares(double left, double right) {
    return switch (this) {
      case EQUAL -> left == right;
      case NOT_EQUAL -> left != right;
      case GREATER -> left > right;
      case GREATER_OR_EQUAL -> left >= right;
      case LESS -> left < right;
      case LESS_OR_EQUAL -> left <= right;
      default -> throw new IllegalStateException(this + " compares no numbers");
    };
  }

  boolean compares(String left, String right) {
    return switch (this) {
      case EQUAL -> left.equals(right);
      case NOT_EQUAL -> !left.equals(right);
      case LIKE -> new LikePattern(right).matches(left);
      case ILIKE -> new LikePattern(right).matchesIgnoringCase(left);
      default -> throw new IllegalStateException(this + " compares no texts");
    };
  }

  @Override
  public String toString() {
    return symbol;
  }
}
