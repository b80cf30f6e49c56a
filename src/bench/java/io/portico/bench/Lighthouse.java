package io.portico.bench;

import io.portico.packaged.PackagedDemo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What Lighthouse says of pages, on a phone and at a desk: {@code [rounds=3] [warmup=60]}. See
 * docs/how-to/benchmark.md.
 */
public final class Lighthouse {
  private static final List<String> PHONE = List.of();
  private static final List<String> DESK = List.of("--preset=desktop");

  private final Map<String, Map<String, List<Double>>> scores = new LinkedHashMap<>();

  private Lighthouse() {}

  public static void main(String[] arguments) throws Exception {
    Options options = Options.of(arguments);
    int rounds = options.number("rounds", 3);
    int warmUp = options.number("warmup", 60);
    Lighthouse lighthouse = new Lighthouse();
    try (PackagedDemo demo =
        PackagedDemo.startBy(
            Processors.ofPortal(),
            "-Dportico.sandbox.large-api=true",
            "-Dportico.documents.look-every=10S")) {
      for (PortalPage page : PortalPage.values()) {
        String session = demo.session(page.person());
        for (int i = 0; i < warmUp; i++) {
          PageFetch.compressed(page, session);
        }
        try (LighthouseBrowser browser = new LighthouseBrowser(session)) {
          for (int round = 0; round < rounds; round++) {
            lighthouse.add(page.path() + " on a phone", browser.look(page.url(), PHONE));
            lighthouse.add(page.path() + " at a desk", browser.look(page.url(), DESK));
          }
        }
      }
    }
    System.out.println(lighthouse.table());
  }

  private void add(String line, LighthouseReport report) {
    System.err.println(line + ": " + report);
    report
        .scores()
        .forEach(
            (category, score) ->
                scores
                    .computeIfAbsent(line, l -> new LinkedHashMap<>())
                    .computeIfAbsent(category, c -> new ArrayList<>())
                    .add(score));
  }

  /** In Markdown: medians. */
  private String table() {
    StringBuilder table = new StringBuilder();
    scores.forEach(
        (line, categories) -> {
          if (table.isEmpty()) {
            table
                .append("| page | " + String.join(" | ", categories.keySet()) + " |\n|---|")
                .append("---:|".repeat(categories.size()) + "\n");
          }
          table.append(
              categories.values().stream()
                  .map(all -> "%.0f".formatted(Figures.median(all)))
                  .collect(Collectors.joining(" | ", "| " + line + " | ", " |\n")));
        });
    return table.toString();
  }
}
