package io.portico.tokens;

import static io.portico.tokens.KeptTokens.ADA;
import static io.portico.tokens.KeptTokens.BOB;
import static io.portico.tokens.KeptTokens.callerAt;
import static io.portico.tokens.KeptTokens.now;
import static io.portico.tokens.KeptTokens.outcome;
import static io.portico.tokens.KeptTokens.wish;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.database.Database;
import io.portico.database.DatabaseUnavailable;
import io.portico.identity.Caller;
import io.portico.identity.InvalidToken;
import io.portico.identity.Person;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.sandbox.SandboxDatabase;
import io.portico.testsupport.TestTime;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens as they are made, found, revoked and forgotten. */
@QuarkusTest
class AccessTokensTest {
  @Inject KeptTokens kept;
  @Inject AccessTokens tokens;
  @Inject BearerTokens bearers;
  @Inject TokenStore store;
  @Inject LastUses lastUses;
  @Inject Database database;
  @Inject SandboxDatabase postgres;

  @BeforeEach
  void empty() {
    kept.empty();
  }

  private Caller caller(Creation.Made made) {
    return outcome(() -> bearers.callerOf(made.secret().text()).toCompletableFuture().get());
  }

  @Test
  void whatIsMadeIsFoundAsItIs() {
    Creation.Made made = kept.made();
    assertEquals(List.of(made.token()), tokens.of(ADA));
    assertEquals(Optional.of(made.token()), tokens.find(made.token().id()));
    Caller caller = caller(made);
    assertEquals("ada", caller.subject());
    assertEquals(Set.of("churn-team", "forecasting-readers"), caller.groups());
    assertEquals(
        Map.of("mlflow/churn", "viewer", "mlflow/forecasting", "viewer"),
        caller.token().orElseThrow().grants());
  }

  @Test
  @Holds(Promise.TOKENS_ARE_SECRETS)
  void theSecretIsNowhereInTheDatabase() {
    Creation.Made made = kept.made();
    String row =
        database.transaction(
            handle ->
                handle.createQuery("select t::text from access_token t").mapTo(String.class).one());
    assertTrue(row.contains(made.secret().hash().hex()));
    assertFalse(row.contains(made.secret().text().substring(8, 72)));
  }

  @Test
  @Holds(Promise.TOKENS_ARE_SECRETS)
  void itIsRevokedAtOnceHereAndWithinHalfAMinuteElsewhere() {
    Creation.Made made = kept.made();
    TestTime time = new TestTime(Instant.now());
    TokenVerification elsewhere = kept.replica(time);
    caller(made);
    callerAt(elsewhere, made);
    assertTrue(tokens.revoke(made.token().id(), ADA));
    assertThrows(InvalidToken.class, () -> caller(made));
    time.pass(Duration.ofSeconds(31));
    assertThrows(InvalidToken.class, () -> callerAt(elsewhere, made));
    assertEquals(
        "Ada", tokens.find(made.token().id()).orElseThrow().revocation().orElseThrow().by().name());
  }

  @Test
  void whatWasRevokedIsNotRevokedAgain() {
    Creation.Made made = kept.made();
    assertTrue(tokens.revoke(made.token().id(), ADA));
    AccessToken revoked = tokens.find(made.token().id()).orElseThrow();
    assertFalse(tokens.revoke(made.token().id(), BOB));
    assertEquals(Optional.of(revoked), tokens.find(made.token().id()));
    assertFalse(tokens.revoke(UUID.randomUUID(), ADA));
  }

  @Test
  void oneFormMakesOneToken() {
    NewToken wish = wish(Owner.person("ada"));
    Creation.Made made = assertInstanceOf(Creation.Made.class, tokens.create(wish, ADA));
    assertEquals(new Creation.MadeBefore(made.token()), tokens.create(wish, ADA));
    assertInstanceOf(Creation.Made.class, tokens.create(wish, BOB));
    assertEquals(2, tokens.of(ADA).size(), "both are owned by Ada");
  }

  @Test
  void anOwnerHasFiftyLiveTokensAtMost() {
    fill(AccessTokens.LIMIT);
    assertInstanceOf(
        Creation.TooMany.class, tokens.create(wish(Owner.person("ada")), ADA), "one too many");
    kept.made(Owner.group("churn-team"));
    tokens.revoke(tokens.of(ADA).get(1).id(), ADA);
    kept.made();
  }

  private void fill(int number) {
    for (int i = 0; i < number; i++) {
      kept.made();
    }
  }

  @Test
  void ofManyWhoAskForTheLastOneAtOnceOneGetsIt() throws Exception {
    fill(AccessTokens.LIMIT - 1);
    ExecutorService together = Executors.newFixedThreadPool(8);
    for (int round = 0; round < 20; round++) {
      CyclicBarrier start = new CyclicBarrier(8);
      List<Creation.Made> made =
          together
              .invokeAll(
                  Collections.<Callable<Creation>>nCopies(
                      8,
                      () -> {
                        start.await(20, TimeUnit.SECONDS);
                        return tokens.create(wish(Owner.person("ada")), ADA);
                      }))
              .stream()
              .map(AccessTokensTest::outcomeOf)
              .filter(Creation.Made.class::isInstance)
              .map(Creation.Made.class::cast)
              .toList();
      assertEquals(1, made.size(), "round " + round);
      tokens.revoke(made.get(0).token().id(), ADA);
    }
    together.shutdown();
  }

  private static Creation outcomeOf(Future<Creation> creation) {
    try {
      return creation.get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void oneSeesOnesOwnAndThoseOfOnesGroups() {
    Creation.Made own = kept.made();
    Creation.Made service = kept.made(Owner.group("churn-team"));
    kept.made(Owner.group("churn-leads"));
    assertEquals(List.of(service.token(), own.token()), tokens.of(ADA));
    assertEquals(List.of(service.token()), tokens.of(BOB));
  }

  @Test
  void anOwnerWithTheNameOfAGroupIsNotThatGroup() {
    Person trickster = new Person("churn-team", "T", Set.of("ada"), Set.of(), "s");
    kept.made();
    kept.made(Owner.group("churn-team"));
    assertEquals(List.of(), tokens.of(trickster));
  }

  @Test
  void whileTheDatabaseIsAwayKnownTokensWorkAndOthersWait() {
    Creation.Made known = kept.made();
    Creation.Made unknown = kept.made();
    TestTime time = now();
    TokenVerification replica = kept.replica(time);
    callerAt(replica, known);
    postgres.goDown();
    try {
      time.pass(Duration.ofMinutes(30));
      assertEquals("ada", callerAt(replica, known).subject());
      assertThrows(DatabaseUnavailable.class, () -> callerAt(replica, unknown));
      time.pass(Duration.ofMinutes(31));
      assertThrows(DatabaseUnavailable.class, () -> callerAt(replica, known));
      assertThrows(DatabaseUnavailable.class, () -> tokens.of(ADA));
    } finally {
      postgres.comeUp();
    }
    time.pass(Duration.ofSeconds(1));
    callerAt(replica, known);
    assertEquals("ada", callerAt(replica, unknown).subject());
  }

  @Test
  void theLastUseIsWritten() {
    Creation.Made made = kept.made();
    TestTime time = now();
    callerAt(kept.replica(time), made);
    lastUses.write();
    assertEquals(
        Optional.of(time.instant().truncatedTo(ChronoUnit.MILLIS)),
        tokens
            .find(made.token().id())
            .orElseThrow()
            .lastUsedAt()
            .map(at -> at.truncatedTo(ChronoUnit.MILLIS)));
    lastUses.note(made.token().id(), time.instant().minusSeconds(60));
    lastUses.write();
    assertTrue(
        tokens
            .find(made.token().id())
            .orElseThrow()
            .lastUsedAt()
            .orElseThrow()
            .isAfter(time.instant().minusSeconds(30)),
        "an older use, told late by another replica, changes nothing");
  }

  @Test
  void whatEndedLongAgoIsForgotten() {
    Creation.Made live = kept.made();
    Creation.Made revoked = kept.made();
    Creation.Made justRevoked = kept.made();
    tokens.revoke(revoked.token().id(), ADA);
    tokens.revoke(justRevoked.token().id(), ADA);
    database.change(
        handle ->
            handle.execute(
                "update access_token set revoked_at = now() - interval '31 days' where id = ?",
                revoked.token().id()));
    store.deleteEndedBefore(Instant.now().minus(TokenHousekeeping.ENDED_TOKENS_KEPT));
    assertEquals(
        Set.of(live.token().id(), justRevoked.token().id()),
        tokens.of(ADA).stream().map(AccessToken::id).collect(Collectors.toSet()));
    store.deleteEndedBefore(Instant.now().plus(Duration.ofDays(31)));
    assertEquals(List.of(), tokens.of(ADA), "expired");
  }

  @Test
  void whatIsNoTokenOfThePortalIsRefused() {
    assertThrows(
        InvalidToken.class,
        () -> outcome(() -> bearers.callerOf("hunter2").toCompletableFuture().get()));
  }
}
