package io.portico.bench;

/** What is measured of each page. */
enum PageFigure {
  FIRST_BYTE("first byte, ms", "%.1f"),
  LAST_BYTE("last byte, ms", "%.1f"),
  COMPRESSED("KiB compressed", "%.1f"),
  PLAIN("KiB plain", "%.1f"),
  FIRST_REQUESTS("requests, 1st load", "%.0f"),
  FIRST_KIB("KiB, 1st load", "%.1f"),
  SECOND_REQUESTS("requests, 2nd load", "%.0f"),
  SECOND_KIB("KiB, 2nd load", "%.1f"),
  SECOND_STATIC("static files, 2nd load", "%.0f");

  private final String title;
  private final String format;

  PageFigure(String title, String format) {
    this.title = title;
    this.format = format;
  }

  String title() {
    return title;
  }

  String show(double value) {
    return format.formatted(value);
  }
}
