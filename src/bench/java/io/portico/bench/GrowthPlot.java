package io.portico.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Requests per second and the 99th percentile over connections, as SVG; all scales are logarithmic
 * but the one of requests.
 */
record GrowthPlot(List<Point> points) {
  private static final int WIDTH = 340;
  private static final int HEIGHT = 200;
  private static final int TOP = 40;

  /** What so many connections brought. */
  record Point(int connections, double rate, double p99) {}

  private static final String HEAD =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 860 300" role="img" aria-labelledby="title">
      <title id="title">Requests per second and p99 over connections</title>
      <style>
        svg { background: #fff; font: 12px sans-serif; fill: #24292f }
        .axis { stroke: #8c959f; fill: none }
        .line { stroke: #0969da; stroke-width: 2; fill: none }
        circle { fill: #0969da }
        @media (prefers-color-scheme: dark) {
          svg { background: #0d1117; fill: #e6edf3 }
          .axis { stroke: #6e7681 }
          .line { stroke: #58a6ff }
          circle { fill: #58a6ff }
        }
      </style>
      """;

  String svg() {
    return HEAD
        + panel(60, "requests per second", Point::rate, 0, value -> value)
        + panel(490, "p99, milliseconds", point -> point.p99() / 1e3, 0.1, Math::log10)
        + "</svg>\n";
  }

  private String panel(
      int left, String title, ToDoubleFunction<Point> value, double floor, Scale scale) {
    double least = scale.of(floor);
    double most = scale.of(points.stream().mapToDouble(value).max().orElseThrow() * 1.2);
    ToDoubleFunction<Point> y =
        point ->
            TOP + HEIGHT * (1 - (scale.of(value.applyAsDouble(point)) - least) / (most - least));
    String line =
        points.stream()
            .map(point -> number(x(point)) + "," + number(y.applyAsDouble(point)))
            .collect(Collectors.joining(" "));
    return "<g transform=\"translate(%d 0)\">\n".formatted(left)
        + text(0, TOP - 20, "start", title)
        + "<path class=\"axis\" d=\"M0 %d v%d h%d\"/>\n".formatted(TOP, HEIGHT, WIDTH)
        + text(WIDTH / 2.0, TOP + HEIGHT + 40, "middle", "connections")
        + "<polyline class=\"line\" points=\"%s\"/>\n".formatted(line)
        + points.stream()
            .map(point -> mark(point, y.applyAsDouble(point), value.applyAsDouble(point)))
            .collect(Collectors.joining())
        + "</g>\n";
  }

  private String mark(Point point, double y, double value) {
    return "<circle cx=\"%s\" cy=\"%s\" r=\"3\"/>\n".formatted(number(x(point)), number(y))
        + text(x(point), y - 8, "middle", value < 100 ? number(value) : "%,.0f".formatted(value))
        + text(x(point), TOP + HEIGHT + 18, "middle", "%,d".formatted(point.connections()));
  }

  private double x(Point point) {
    double most = Math.log(points.get(points.size() - 1).connections());
    return 20 + (WIDTH - 40) * Math.log(point.connections()) / most;
  }

  private static String text(double x, double y, String anchor, String text) {
    return "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n"
        .formatted(number(x), number(y), anchor, text);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private interface Scale {
    double of(double value);
  }
}
