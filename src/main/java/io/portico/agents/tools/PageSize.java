package io.portico.agents.tools;

import java.util.Optional;

/** How many results were asked for. */
final class PageSize {
  private PageSize() {}

  static int of(Optional<Integer> asked, int usual, int most) {
    int size = asked.orElse(usual);
    if (size < 1 || size > most) {
      throw ToolRefusal.of("Ask for 1 to %d results at once, not %d.".formatted(most, size));
    }
    return size;
  }
}
