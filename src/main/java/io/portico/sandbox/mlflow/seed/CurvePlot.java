package io.portico.sandbox.mlflow.seed;

import java.util.Arrays;

/** Draws the values of a metric as a curve, without fonts or a graphics system. */
final class CurvePlot {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 270;
  private static final int MARGIN = 24;
  private static final int PAPER = 0xfbfaf7;
  private static final int GRID = 0xe2ded4;
  private static final int AXIS = 0x7a7568;
  private static final int INK = 0x0b6e69;

  private final PngImage image = new PngImage(WIDTH, HEIGHT, PAPER);
  private final double[] values;
  private final double lowest;
  private final double highest;

  private CurvePlot(double[] values) {
    this.values = values;
    this.lowest = Arrays.stream(values).min().orElse(0);
    this.highest = Arrays.stream(values).max().orElse(1);
  }

  static CurvePlot of(double... values) {
    return new CurvePlot(values);
  }

  byte[] png() {
    drawGrid();
    drawCurve();
    return image.encoded();
  }

  private void drawGrid() {
    int bottom = HEIGHT - MARGIN;
    for (int line = 0; line <= 4; line++) {
      int y = bottom - line * (HEIGHT - 2 * MARGIN) / 4;
      image.fill(MARGIN, y, WIDTH - 2 * MARGIN, 1, line == 0 ? AXIS : GRID);
    }
    image.fill(MARGIN, MARGIN, 1, HEIGHT - 2 * MARGIN, AXIS);
  }

  private void drawCurve() {
    int width = WIDTH - 2 * MARGIN;
    int previous = y(0);
    for (int x = 0; x < width; x++) {
      int y = y((double) x / (width - 1) * (values.length - 1));
      image.fill(MARGIN + x, Math.min(y, previous) - 1, 2, Math.abs(y - previous) + 3, INK);
      previous = y;
    }
  }

  private int y(double position) {
    int left = (int) position;
    int right = Math.min(left + 1, values.length - 1);
    double value = values[left] + (values[right] - values[left]) * (position - left);
    double height = highest == lowest ? 0.5 : (value - lowest) / (highest - lowest);
    return HEIGHT - MARGIN - (int) Math.round(height * (HEIGHT - 2 * MARGIN));
  }
}
