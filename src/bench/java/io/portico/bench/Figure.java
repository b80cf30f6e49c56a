package io.portico.bench;

/** What is measured of each contender. */
enum Figure {
  SMALL_RATE("req/s, 2 KiB", "%,.0f"),
  SMALL_PROCESSOR("CPU µs/req, 2 KiB", "%.1f"),
  MIDDLE_RATE("req/s, 200 KiB", "%,.0f"),
  WRITE_RATE("req/s, write", "%,.0f"),
  WRITE_PROCESSOR("CPU µs/req, write", "%.1f"),
  ALONE("p50 µs, 1 conn.", "%,.0f"),
  STEADY_P50("p50 µs, steady", "%,.0f"),
  STEADY_P99("p99 µs, steady", "%,.0f"),
  DOWNLOAD("1 GiB, s", "%.2f"),
  FIRST_BYTE("slow stream's first byte, ms", "%.1f"),
  RESIDENT_IDLE("MiB idle", "%,.0f"),
  RESIDENT_LOADED("MiB loaded", "%,.0f");

  private final String title;
  private final String format;

  Figure(String title, String format) {
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
