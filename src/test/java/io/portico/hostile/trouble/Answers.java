package io.portico.hostile.trouble;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * How many requests were answered.
 *
 * @param statuses how many with each status; 0 where the connection broke
 * @param micros how long each took, sorted
 */
record Answers(Map<Integer, Integer> statuses, long[] micros) {

  int count() {
    return micros.length;
  }

  /** Those that are not 200. */
  int failed() {
    return count() - statuses.getOrDefault(200, 0);
  }

  /** Half of all took this long, or less. */
  Duration median() {
    return Duration.of(micros[(count() - 1) / 2], ChronoUnit.MICROS);
  }

  /** By the nearest rank. */
  private String millis(double share) {
    return "%.1f".formatted(micros[(int) Math.ceil(count() * share) - 1] / 1_000.0);
  }

  /** In words of a reference. */
  String text() {
    return "%,d requests, %d failed, p50 %s ms, p99 %s ms"
        .formatted(count(), failed(), millis(0.5), millis(0.99));
  }
}
