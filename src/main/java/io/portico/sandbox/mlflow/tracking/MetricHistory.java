package io.portico.sandbox.mlflow.tracking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Every measurement of one metric in one run, in the order of arrival. */
public final class MetricHistory {
  private static final Comparator<Metric> RECENCY =
      Comparator.comparingLong(Metric::step)
          .thenComparingLong(Metric::timestamp)
          .thenComparingDouble(Metric::value);

  private final List<Metric> measurements = new ArrayList<>();
  private Metric latest;

  void add(Metric metric) {
    measurements.add(metric);
    if (latest == null || RECENCY.compare(metric, latest) >= 0) {
      latest = metric;
    }
  }

  /** The measurement of the highest step; of equals the one with the latest time. */
  public Metric latest() {
    return latest;
  }

  /** All of them. */
  public List<Metric> measurements() {
    return Collections.unmodifiableList(measurements);
  }

  /**
   * At most about so many of those between two steps, evenly spread, the first and the last among
   * them.
   */
  public List<Metric> sample(long firstStep, long lastStep, int size) {
    List<Metric> within =
        measurements.stream()
            .filter(metric -> metric.step() >= firstStep && metric.step() <= lastStep)
            .sorted(RECENCY)
            .toList();
    int stride = Math.max(1, (within.size() + size - 1) / size);
    List<Metric> sampled = new ArrayList<>();
    for (int index = 0; index < within.size(); index += stride) {
      sampled.add(within.get(index));
    }
    if (!within.isEmpty() && (within.size() - 1) % stride != 0) {
      sampled.add(within.get(within.size() - 1));
    }
    return sampled;
  }
}
