package io.portico.audit;

import java.time.Instant;
import java.util.Optional;

/** Filters to read the table with in tests. */
final class Filters {
  private Filters() {}

  static ActivityFilter of(String subject) {
    return new ActivityFilter(
        Optional.of(subject),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static ActivityFilter everybodySince(Instant start) {
    return new ActivityFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(start),
        Optional.empty());
  }
}
