package io.portico.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LifetimesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Lifetimes QUARTER = new Lifetimes(NOW, Duration.ofDays(90));

  private static TokenForm form(String lifetime, String until) {
    return new TokenForm("n", List.of(), List.of(), "", lifetime, until, "", "");
  }

  @Test
  void oneChoosesUpToTheLongest() {
    assertEquals(List.of(1L, 7L, 30L, 90L), QUARTER.choices());
    assertEquals(List.of(1L), new Lifetimes(NOW, Duration.ofDays(6)).choices());
    assertEquals(
        List.of(1L, 7L, 30L, 90L, 365L), new Lifetimes(NOW, Duration.ofDays(365)).choices());
  }

  @ParameterizedTest
  @CsvSource({"365, 30", "30, 30", "29, 7", "1, 1"})
  void theUsualOneIsAMonthAtMost(long longest, String usual) {
    assertEquals(usual, new Lifetimes(NOW, Duration.ofDays(longest)).usual());
  }

  @Test
  void aNumberOfDaysEndsAtTheSameHour() {
    assertEquals(
        Optional.of(Instant.parse("2026-11-30T12:00:00Z")), QUARTER.end(form("7", "2027-01-01")));
  }

  @ParameterizedTest
  @CsvSource({"2026-11-23, 2026-11-24T00:00:00Z", "2027-02-20, 2027-02-21T00:00:00Z"})
  void aDayIsLivedThroughToItsEnd(String day, Instant end) {
    assertEquals(Optional.of(end), QUARTER.end(form("until", day)));
    assertTrue(Duration.between(NOW, end).compareTo(Duration.ofDays(90)) <= 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "2", "365", "7 ", "1e1", "99999999999999999999", "P1D"})
  void whatIsNoChoiceIsNone(String lifetime) {
    assertTrue(QUARTER.end(form(lifetime, "2026-12-01")).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-22",
        "2027-02-21",
        "+999999999-12-31",
        "-999999999-01-01",
        "01.12.2026",
        "2026-13-01",
        "tomorrow"
      })
  void whatIsNoDayOfThisTimeIsNone(String day) {
    assertTrue(QUARTER.end(form("until", day)).isEmpty());
  }
}
