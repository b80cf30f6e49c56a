package io.portico.agents.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of long series, what is kept. */
class SamplingTest {
  private static List<Double> series(int length) {
    Random random = new Random(length);
    return random.doubles(length).boxed().toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {11, 12, 13, 50, 999, 100_000})
  void endsAndExtremesStayInTheirOrder(int length) {
    List<Double> series = new ArrayList<>(series(length));
    series.set(length / 3, 7.0);
    series.set(length / 2, -7.0);
    List<Double> sample = Sampling.of(series, 10, value -> value);
    assertTrue(sample.size() <= 10, sample::toString);
    assertEquals(series.get(0), sample.get(0));
    assertEquals(series.get(length - 1), sample.get(sample.size() - 1));
    assertTrue(sample.contains(7.0) && sample.contains(-7.0), sample::toString);
    List<Integer> places = sample.stream().map(series::indexOf).toList();
    assertEquals(places.stream().sorted().toList(), places);
  }

  @Test
  void aShortSeriesStaysAsItIs() {
    List<Double> series = series(10);
    assertEquals(series, Sampling.of(series, 10, value -> value));
    assertEquals(List.of(), Sampling.of(List.<Double>of(), 10, value -> value));
  }

  @Test
  void whatIsNoNumberHidesNoExtreme() {
    List<Double> series = new ArrayList<>(Collections.nCopies(100, Double.NaN));
    IntStream.of(20, 60).forEach(at -> series.set(at, (double) at));
    List<Double> sample = Sampling.of(series, 10, value -> value);
    assertTrue(sample.contains(20.0) && sample.contains(60.0), sample::toString);
  }
}
