package io.portico.bench;

import java.util.List;

/** Which processors the portal runs on; the rest of a benchmark was put on others by its script. */
final class Processors {
  private Processors() {}

  /** The words that start a program on them. */
  static List<String> ofPortal() {
    return List.of("taskset", "-c", System.getProperty("portico.bench.proxy-cpus", "0"));
  }
}
