package io.portico.agents;

import java.util.Optional;
import java.util.Set;

/**
 * Who reads.
 *
 * @param groups whose access the person or program has; empty for anybody
 */
record Reader(Optional<Set<String>> groups) {
  static final Reader ANYBODY = new Reader(Optional.empty());

  static Reader of(Set<String> groups) {
    return new Reader(Optional.of(groups));
  }

  boolean isAnybody() {
    return groups.isEmpty();
  }
}
