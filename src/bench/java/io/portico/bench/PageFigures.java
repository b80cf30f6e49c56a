package io.portico.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All that was measured of the pages, and the table of medians. */
final class PageFigures {
  private final Map<PortalPage, Map<PageFigure, List<Double>>> measured =
      new EnumMap<>(PortalPage.class);

  void add(PortalPage page, PageFigure figure, double value) {
    measured
        .computeIfAbsent(page, p -> new EnumMap<>(PageFigure.class))
        .computeIfAbsent(figure, f -> new ArrayList<>())
        .add(value);
  }

  /** In Markdown: a line for each page. */
  String table() {
    String head =
        "| page | "
            + Arrays.stream(PageFigure.values())
                .map(PageFigure::title)
                .collect(Collectors.joining(" | "))
            + " |\n|---|"
            + "---:|".repeat(PageFigure.values().length);
    return measured.keySet().stream()
        .map(page -> "| `" + page.path() + "` | " + line(page) + " |")
        .collect(Collectors.joining("\n", head + "\n", "\n"));
  }

  private String line(PortalPage page) {
    return measured.get(page).entrySet().stream()
        .map(figure -> figure.getKey().show(Figures.median(figure.getValue())))
        .collect(Collectors.joining(" | "));
  }
}
