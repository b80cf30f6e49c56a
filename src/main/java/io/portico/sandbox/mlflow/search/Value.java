package io.portico.sandbox.mlflow.search;

import java.util.Optional;

/** A value that a search compares: a text or a number. */
public sealed interface Value {

  /**
   * A text.
   *
   * @param content its characters
   */
  record Text(String content) implements Value {}

  /**
   * A number; times in milliseconds fit without loss.
   *
   * @param amount its value
   */
  record Numeric(double amount) implements Value {}

  /** That text, or nothing for null. */
  static Optional<Value> of(String content) {
    return Optional.ofNullable(content).map(Text::new);
  }

  /** That number, or nothing for null. */
  static Optional<Value> of(Number amount) {
    return Optional.ofNullable(amount).map(number -> new Numeric(number.doubleValue()));
  }
}
