package io.portico.tokens;

import static io.portico.tokens.TokenFixture.ADA;
import static io.portico.tokens.TokenFixture.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.identity.Caller;
import io.portico.identity.InvalidToken;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whom a token speaks for, and which tokens open nothing. */
class TokenVerificationTest {
  private final TokenFixture fixture = new TokenFixture();

  @Test
  void aGoodTokenSpeaksForItsOwnerWithinItsGrants() {
    fixture.known("churn-team");
    Caller caller = fixture.caller();
    assertEquals("ada", caller.subject());
    assertEquals("Ada", caller.name());
    assertEquals(Set.of("churn-team"), caller.groups());
    assertEquals(
        Optional.of(new Caller.Token(fixture.token.id().toString(), fixture.token.grants())),
        caller.token());
  }

  @Test
  void aServiceTokenSpeaksForItselfWithItsGroupAlone() {
    fixture.table.put(
        fixture.secret.hash(),
        new KnownToken(with(fixture.token, Owner.group("churn-team")), Optional.empty()));
    Caller caller = fixture.caller();
    assertEquals("service:" + fixture.token.id(), caller.subject());
    assertEquals("nightly training", caller.name());
    assertEquals(Set.of("churn-team"), caller.groups());
  }

  private static AccessToken with(AccessToken token, Owner owner) {
    return new AccessToken(
        token.id(),
        token.name(),
        owner,
        token.grants(),
        token.createdAt(),
        token.createdBy(),
        token.expiresAt(),
        token.lastUsedAt(),
        token.revocation());
  }

  @Test
  void anUnknownTokenOpensNothing() {
    assertTrue(fixture.refusal().contains("unknown"));
  }

  @Test
  void whatIsNoTokenCostsNoQuery() {
    String mistyped = fixture.secret.text().replaceFirst(".$", "x");
    assertThrows(InvalidToken.class, () -> fixture.callerOf(mistyped));
    assertThrows(InvalidToken.class, () -> fixture.callerOf(""));
    assertEquals(0, fixture.queries.get());
  }

  @Test
  void noRefusalQuotesTheToken() {
    assertFalse(fixture.refusal().contains(fixture.secret.text().substring(8)));
    assertFalse(
        assertThrows(InvalidToken.class, () -> fixture.callerOf("portico_hunter2"))
            .getMessage()
            .contains("hunter2"));
  }

  @Test
  @Holds(Promise.TOKENS_ARE_SECRETS)
  void aTokenEndsAtItsExpiryEvenWhileItIsRemembered() {
    AccessToken short_ =
        new AccessToken(
            fixture.token.id(),
            "short",
            fixture.token.owner(),
            fixture.token.grants(),
            NOW,
            ADA,
            NOW.plusSeconds(10),
            Optional.empty(),
            Optional.empty());
    fixture.known(short_, "churn-team");
    fixture.time.pass(Duration.ofNanos(9_999_999_999L));
    fixture.caller();
    fixture.time.pass(Duration.ofNanos(1));
    assertTrue(fixture.refusal().contains("expired on 2026-11-23 12:00 UTC"));
    assertEquals(1, fixture.queries.get());
  }

  @Test
  void aRevokedTokenOpensNothing() {
    fixture.known(fixture.revoked(), "churn-team");
    assertTrue(fixture.refusal().contains("revoked on 2026-11-23"));
  }

  @Test
  void whatIsRevokedElsewhereEndsHereWithinHalfAMinute() {
    fixture.known("churn-team");
    fixture.caller();
    fixture.known(fixture.revoked(), "churn-team");
    fixture.time.pass(Duration.ofSeconds(31));
    fixture.refusal();
  }

  @Test
  void whatIsRevokedHereEndsAtOnce() {
    fixture.known("churn-team");
    fixture.caller();
    fixture.known(fixture.revoked(), "churn-team");
    fixture.lookup.forget(fixture.secret.hash());
    fixture.refusal();
  }

  @Test
  @Holds(Promise.REMOVED_GROUPS_END)
  void aGroupThatItsOwnerLostIsLostForTheToken() {
    fixture.known("churn-team", "forecasting-readers");
    fixture.caller();
    fixture.known("forecasting-readers");
    fixture.time.pass(Duration.ofSeconds(31));
    assertEquals(Set.of("forecasting-readers"), fixture.caller().groups());
  }

  @Test
  void aTokenRestsUntilItsOwnerSignsInAgain() {
    fixture.known("churn-team");
    fixture.time.pass(Duration.ofDays(30));
    fixture.caller();
    fixture.time.pass(Duration.ofSeconds(1));
    assertTrue(fixture.refusal().contains("signs in to the portal again"));
  }

  @Test
  void aTokenOfSomebodyNeverSeenRests() {
    fixture.table.put(fixture.secret.hash(), new KnownToken(fixture.token, Optional.empty()));
    assertTrue(fixture.refusal().contains("signs in to the portal again"));
  }
}
