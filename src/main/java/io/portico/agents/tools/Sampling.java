package io.portico.agents.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** Makes a long series short without hiding its extremes. */
final class Sampling {
  private Sampling() {}

  /**
   * At most so many of the items, in their order: the first, the last, and of each stretch between
   * them the smallest and the largest.
   *
   * @param value of an item; one that is not a number is no extreme
   */
  static <T> List<T> of(List<T> items, int most, ToDoubleFunction<T> value) {
    if (items.size() <= most) {
      return List.copyOf(items);
    }
    int stretches = (most - 2) / 2;
    int inner = items.size() - 2;
    TreeSet<Integer> chosen = new TreeSet<>(List.of(0, items.size() - 1));
    for (int i = 0; i < stretches; i++) {
      int from = 1 + (int) ((long) inner * i / stretches);
      int to = 1 + (int) ((long) inner * (i + 1) / stretches);
      int least = from;
      int greatest = from;
      for (int at = from; at < to; at++) {
        double here = value.applyAsDouble(items.get(at));
        least = here < known(items.get(least), value, Double.POSITIVE_INFINITY) ? at : least;
        greatest =
            here > known(items.get(greatest), value, Double.NEGATIVE_INFINITY) ? at : greatest;
      }
      chosen.add(least);
      chosen.add(greatest);
    }
    List<T> sample = new ArrayList<>();
    chosen.forEach(index -> sample.add(items.get(index)));
    return sample;
  }

  private static <T> double known(T item, ToDoubleFunction<T> value, double instead) {
    double known = value.applyAsDouble(item);
    return Double.isNaN(known) ? instead : known;
  }
}
