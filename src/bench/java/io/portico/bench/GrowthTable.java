package io.portico.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A table in Markdown: a line for each amount of work. */
final class GrowthTable {
  private final List<String> lines = new ArrayList<>();

  GrowthTable(String... titles) {
    lines.add("| " + String.join(" | ", titles) + " |");
    lines.add("|" + "---:|".repeat(titles.length));
  }

  void add(int work, double... figures) {
    lines.add(
        Arrays.stream(figures)
            .mapToObj(GrowthTable::shown)
            .collect(Collectors.joining(" | ", "| " + "%,d".formatted(work) + " | ", " |")));
  }

  /** Three digits at least, as many as mean something. */
  private static String shown(double figure) {
    return String.format(Locale.ROOT, figure < 100 ? "%.1f" : "%,.0f", figure);
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
