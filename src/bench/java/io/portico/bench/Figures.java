package io.portico.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** All that was measured, and the table of medians. */
final class Figures {
  private final Map<String, Map<Figure, List<Double>>> measured = new LinkedHashMap<>();

  void add(Contender contender, Figure figure, double value) {
    measured
        .computeIfAbsent(contender.name(), name -> new LinkedHashMap<>())
        .computeIfAbsent(figure, f -> new ArrayList<>())
        .add(value);
  }

  OptionalDouble median(String contender, Figure figure) {
    List<Double> values =
        measured.getOrDefault(contender, Map.of()).getOrDefault(figure, List.of());
    return values.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(median(values));
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  /** In Markdown: a line for each contender. */
  String table() {
    String head =
        "| proxy | "
            + Arrays.stream(Figure.values()).map(Figure::title).collect(Collectors.joining(" | "))
            + " |\n|---|"
            + "---:|".repeat(Figure.values().length);
    return measured.keySet().stream()
        .map(name -> "| " + name + " | " + line(name) + " |")
        .collect(Collectors.joining("\n", head + "\n", "\n"));
  }

  private String line(String contender) {
    return Arrays.stream(Figure.values())
        .map(figure -> shown(contender, figure))
        .collect(Collectors.joining(" | "));
  }

  private String shown(String contender, Figure figure) {
    OptionalDouble median = median(contender, figure);
    return median.isPresent() ? figure.show(median.getAsDouble()) : "–";
  }
}
