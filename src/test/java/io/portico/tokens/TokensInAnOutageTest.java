package io.portico.tokens;

import static io.portico.tokens.TokenFixture.ADA;
import static io.portico.tokens.TokenFixture.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.database.DatabaseUnavailable;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is known of tokens while the database is away. */
class TokensInAnOutageTest {
  private final TokenFixture fixture = new TokenFixture();

  @Test
  void withoutTheDatabaseATokenSeenGoodGoesOnForAnHour() {
    fixture.known("churn-team");
    fixture.caller();
    fixture.away = true;
    fixture.time.pass(Duration.ofMinutes(59));
    fixture.caller();
    fixture.time.pass(Duration.ofSeconds(59));
    fixture.caller();
    fixture.time.pass(Duration.ofSeconds(2));
    assertThrows(DatabaseUnavailable.class, fixture::caller);
  }

  @Test
  void withoutTheDatabaseATokenNotSeenBeforeCannotBeTold() {
    fixture.known("churn-team");
    fixture.away = true;
    assertThrows(DatabaseUnavailable.class, fixture::caller);
  }

  @Test
  void withoutTheDatabaseWhatWasRevokedStaysRevoked() {
    fixture.known("churn-team");
    fixture.caller();
    fixture.known(fixture.revoked(), "churn-team");
    fixture.time.pass(Duration.ofSeconds(31));
    fixture.refusal();
    fixture.away = true;
    fixture.time.pass(Duration.ofSeconds(31));
    assertThrows(DatabaseUnavailable.class, fixture::caller);
  }

  @Test
  void withoutTheDatabaseATokenStillExpires() {
    fixture.known(
        new AccessToken(
            fixture.token.id(),
            "short",
            fixture.token.owner(),
            fixture.token.grants(),
            NOW,
            ADA,
            NOW.plus(Duration.ofMinutes(10)),
            Optional.empty(),
            Optional.empty()),
        "churn-team");
    fixture.caller();
    fixture.away = true;
    fixture.time.pass(Duration.ofMinutes(11));
    assertTrue(fixture.refusal().contains("expired"));
  }

  @Test
  void anOutageIsLearntOnceASecondAndNotByEachRequest() {
    fixture.known("churn-team");
    fixture.caller();
    fixture.away = true;
    fixture.time.pass(Duration.ofSeconds(31));
    for (int i = 0; i < 1_000; i++) {
      fixture.caller();
      assertThrows(DatabaseUnavailable.class, () -> fixture.callerOf(TokenSecret.next().text()));
    }
    // One before, one that failed.
    assertEquals(2, fixture.queries.get());
  }

  @Test
  void theFirstRequestAfterASecondFindsTheDatabaseBackForTheNext() {
    fixture.away = true;
    assertThrows(DatabaseUnavailable.class, fixture::caller);
    fixture.away = false;
    fixture.known("churn-team");
    assertThrows(DatabaseUnavailable.class, fixture::caller);
    fixture.time.pass(Duration.ofSeconds(1));
    assertThrows(DatabaseUnavailable.class, () -> fixture.callerOf(TokenSecret.next().text()));
    assertEquals("ada", fixture.caller().subject());
  }
}
