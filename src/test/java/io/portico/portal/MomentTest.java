package io.portico.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "PT0S, just now",
    "PT-29S, just now",
    "PT-31S, 1 minute ago",
    "PT-59M, 59 minutes ago",
    "PT-1H, 1 hour ago",
    "PT-47H, 1 day ago",
    "P-30D, 30 days ago",
    "PT719H59M59S, in 30 days",
    "PT2H, in 2 hours",
    "PT1M, in 1 minute"
  })
  void itIsSaidAsPeopleSayIt(Duration distance, String said) {
    assertEquals(said, new Moment(NOW.plus(distance), NOW).relative());
  }

  @Test
  void itIsExactOnDemand() {
    assertEquals("2026-11-23 12:00:00 UTC", new Moment(NOW, NOW).exact());
  }
}
