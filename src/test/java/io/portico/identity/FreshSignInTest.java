package io.portico.identity;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshSignInTest {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  /** Half an hour is fresh. */
  private static FreshSignIn atNoon(Optional<Instant> signedInAt) {
    SignedIn signedIn =
        new SignedIn() {
          @Override
          public Optional<Instant> signedInAt() {
            return signedInAt;
          }
        };
    return new FreshSignIn(signedIn, Duration.ofMinutes(30), Clock.fixed(NOON, ZoneOffset.UTC));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-04T12:00:00Z, true",
    "2026-05-04T11:30:00Z, true",
    "2026-05-04T11:29:59Z, false",
    "1970-01-01T00:00:01Z, false",
    // A clock that is ahead.
    "2026-05-04T12:00:30Z, true",
    "2026-05-04T12:00:31Z, false",
    "2036-05-04T12:00:00Z, false",
    "+1000000000-12-31T23:59:59Z, false"
  })
  void aSignInIsFreshForHalfAnHour(Instant signedInAt, boolean isFresh) {
    assertEquals(isFresh, atNoon(Optional.of(signedInAt)).isFresh());
  }

  @Test
  void anUnknownTimeIsNotFresh() {
    assertFalse(atNoon(Optional.empty()).isFresh());
  }

  @Test
  void aDemandLetsOnlyAFreshSignInGoOn() {
    assertDoesNotThrow(atNoon(Optional.of(NOON))::demand);
    assertThrows(StaleSignIn.class, atNoon(Optional.of(NOON.minusSeconds(1801)))::demand);
    assertThrows(StaleSignIn.class, atNoon(Optional.empty())::demand);
  }
}
