package io.portico.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private static final Contender NGINX = Contender.at("nginx", URI.create("http://127.0.0.1:1"));

  @Test
  void theMedianOfOddlyManyIsTheMiddleOne() {
    Figures figures = new Figures();
    for (double rate : new double[] {3, 1, 100}) {
      figures.add(NGINX, Figure.SMALL_RATE, rate);
    }
    assertEquals(3, figures.median("nginx", Figure.SMALL_RATE).orElseThrow());
  }

  @Test
  void theMedianOfEvenlyManyIsBetweenTheTwoMiddleOnes() {
    Figures figures = new Figures();
    for (double rate : new double[] {4, 1, 100, 2}) {
      figures.add(NGINX, Figure.SMALL_RATE, rate);
    }
    assertEquals(3, figures.median("nginx", Figure.SMALL_RATE).orElseThrow());
  }

  @Test
  void whatWasNotMeasuredIsADash() {
    Figures figures = new Figures();
    figures.add(NGINX, Figure.SMALL_RATE, 28_000);
    assertTrue(figures.table().contains("| nginx | 28,000 | – | "), figures.table());
  }
}
