package io.portico.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTimeTest {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  private static Optional<Instant> read(String authTime) {
    return SignInTime.AUTH_TIME.in(
        new JsonObject("{\"iat\":1777896000,\"auth_time\":" + authTime + "}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1777896000", "1777896000.9", "1.777896e9"})
  void secondsAreATime(String seconds) {
    assertEquals(Optional.of(NOON), read(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "\"1777896000\"",
        "\"2026-05-04T12:00:00Z\"",
        "true",
        "[1777896000]",
        "{\"value\":1777896000}",
        "0",
        "0.5",
        "-1777896000",
        "9223372036854775807",
        "18446744075487447616",
        "1e300",
        "1e400"
      })
  void everythingElseIsNone(String claim) {
    assertEquals(Optional.empty(), read(claim));
  }

  @Test
  void theTimeOfIssueStandsInForNothing() {
    assertEquals(Optional.empty(), SignInTime.AUTH_TIME.in(new JsonObject("{\"iat\":1777896000}")));
  }

  @Test
  void aSandboxGoesByTheTimeOfIssue() {
    assertEquals(
        Optional.of(NOON), SignInTime.ISSUE_TIME.in(new JsonObject("{\"iat\":1777896000}")));
    assertEquals(
        Optional.empty(), SignInTime.ISSUE_TIME.in(new JsonObject("{\"auth_time\":1777896000}")));
  }
}
