package io.portico.tokens;

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
import io.portico.identity.SessionEvent;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.sandbox.SandboxDatabase;
import io.portico.testsupport.Eventually;
import io.portico.testsupport.TestTime;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccessTokensTest {
  private static final Person ADA = ada("churn-team", "forecasting-readers");
  private static final Person BOB =
      new Person("bob", "Bob", Set.of("churn-team"), Set.of(), "session-2");

  @Inject AccessTokens tokens;
  @Inject BearerTokens bearers;
  @Inject TokenStore store;
  @Inject LastUses lastUses;
  @Inject Sightings sightings;
  @Inject TokensConfig config;
  @Inject Event<SessionEvent> sessions;
  @Inject Database database;
  @Inject SandboxDatabase postgres;

  private static Person ada(String... groups) {
    return new Person("ada", "Ada", Set.of(groups), Set.of(), "session-1");
  }

  @BeforeEach
  void empty() {
    database.change(
        handle ->
            handle.execute("delete from access_token; delete from person where name = 'Ada'"));
  }

  private static NewToken wish(Owner owner) {
    return new NewToken(
        "nightly training",
        owner,
        Map.of("mlflow/churn", "viewer", "mlflow/forecasting", "viewer"),
        Instant.now().plus(Duration.ofDays(30)),
        UUID.randomUUID());
  }

  private Creation.Made made() {
    return made(Owner.person("ada"));
  }

  private Creation.Made made(Owner owner) {
    return assertInstanceOf(Creation.Made.class, tokens.create(wish(owner), ADA));
  }

  private Caller caller(Creation.Made made) {
    return outcome(() -> bearers.callerOf(made.secret().text()).toCompletableFuture().get());
  }

  private static Caller outcome(Callable<Caller> call) {
    try {
      return call.call();
    } catch (ExecutionException e) {
      throw (RuntimeException) e.getCause();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** What another replica with the same database does. */
  private TokenVerification replica(TestTime time) {
    return new TokenVerification(
        new TokenLookup(store::find, Duration.ofHours(1), AtOnce.threads(), time),
        lastUses,
        config,
        time);
  }

  @Test
  void whatIsMadeIsFoundAsItIs() {
    Creation.Made made = made();
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
    Creation.Made made = made();
    String row =
        database.transaction(
            handle ->
                handle.createQuery("select t::text from access_token t").mapTo(String.class).one());
    assertTrue(row.contains(made.secret().hash().hex()));
    assertFalse(row.contains(made.secret().text().substring(8, 72)));
  }

  @Test
  @Holds(Promise.TOKENS_ARE_SECRETS)
  void itIsRevokedAtOnceHereAndWithinAMinuteElsewhere() {
    Creation.Made made = made();
    TestTime time = new TestTime(Instant.now());
    TokenVerification elsewhere = replica(time);
    caller(made);
    callerAt(elsewhere, made);
    assertTrue(tokens.revoke(made.token().id(), ADA));
    assertThrows(InvalidToken.class, () -> caller(made));
    time.pass(Duration.ofSeconds(59));
    assertThrows(InvalidToken.class, () -> callerAt(elsewhere, made));
    assertEquals(
        "Ada", tokens.find(made.token().id()).orElseThrow().revocation().orElseThrow().by().name());
  }

  private static Caller callerAt(TokenVerification replica, Creation.Made made) {
    return outcome(() -> replica.callerOf(made.secret().text()).toCompletableFuture().get());
  }

  @Test
  void whatWasRevokedIsNotRevokedAgain() {
    Creation.Made made = made();
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
    made(Owner.group("churn-team"));
    tokens.revoke(tokens.of(ADA).get(1).id(), ADA);
    made();
  }

  private void fill(int number) {
    for (int i = 0; i < number; i++) {
      made();
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
    Creation.Made own = made();
    Creation.Made service = made(Owner.group("churn-team"));
    made(Owner.group("churn-leads"));
    assertEquals(List.of(service.token(), own.token()), tokens.of(ADA));
    assertEquals(List.of(service.token()), tokens.of(BOB));
  }

  @Test
  void anOwnerWithTheNameOfAGroupIsNotThatGroup() {
    Person trickster = new Person("churn-team", "T", Set.of("ada"), Set.of(), "s");
    made();
    made(Owner.group("churn-team"));
    assertEquals(List.of(), tokens.of(trickster));
  }

  @Test
  @Holds(Promise.REMOVED_GROUPS_END)
  void aGroupLostAtASignInIsLostForTheToken() {
    Creation.Made made = made();
    sessions.fire(new SessionEvent(ada("forecasting-readers"), SessionEvent.Kind.STARTED));
    Eventually.equal(0, sightings::waiting);
    assertEquals(Set.of("forecasting-readers"), callerAt(replica(now()), made).groups());
    sessions.fire(new SessionEvent(ada(), SessionEvent.Kind.REFRESHED));
    Eventually.equal(0, sightings::waiting);
    assertEquals(Set.of(), callerAt(replica(now()), made).groups());
  }

  private static TestTime now() {
    return new TestTime(Instant.now());
  }

  @Test
  void aSignOutBringsNoGroups() {
    Creation.Made made = made();
    sessions.fire(new SessionEvent(ada("admins"), SessionEvent.Kind.ENDED));
    sightings.write();
    assertFalse(callerAt(replica(now()), made).groups().contains("admins"));
  }

  @Test
  void anOlderSightingDoesNotUndoANewerOne() {
    Creation.Made made = made();
    Sightings late =
        new Sightings(database, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(5).negated()));
    late.saw(ada("admins"));
    late.write();
    assertFalse(callerAt(replica(now()), made).groups().contains("admins"));
  }

  @Test
  void aSignInDuringAnOutageCountsAfterIt() {
    Creation.Made made = made();
    postgres.goDown();
    try {
      sessions.fire(new SessionEvent(ada("forecasting-readers"), SessionEvent.Kind.STARTED));
      sightings.write();
      assertEquals(1, sightings.waiting());
    } finally {
      postgres.comeUp();
    }
    sightings.write();
    assertEquals(0, sightings.waiting());
    assertEquals(Set.of("forecasting-readers"), callerAt(replica(now()), made).groups());
  }

  @Test
  void aSightingThatCannotBeWrittenKeepsNoOtherWaiting() {
    Creation.Made made = made();
    sightings.saw(new Person("nul\u0000", "N", Set.of(), Set.of(), "s"));
    sightings.saw(ada("forecasting-readers"));
    sightings.write();
    assertEquals(0, sightings.waiting());
    assertEquals(Set.of("forecasting-readers"), callerAt(replica(now()), made).groups());
  }

  @Test
  void whileTheDatabaseIsAwayKnownTokensWorkAndOthersWait() {
    Creation.Made known = made();
    Creation.Made unknown = made();
    TestTime time = now();
    TokenVerification replica = replica(time);
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
    Creation.Made made = made();
    TestTime time = now();
    callerAt(replica(time), made);
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
  void whatWaitsIsWrittenAtTheStop() {
    Creation.Made made = made();
    LastUses uses = new LastUses(store);
    Instant used = Instant.parse("2026-11-23T12:00:00Z");
    uses.note(made.token().id(), used);
    Sightings seen = new Sightings(database);
    seen.saw(ada("forecasting-readers"));
    new TokenHousekeeping(uses, seen, store).stop(null);
    assertEquals(Optional.of(used), tokens.find(made.token().id()).orElseThrow().lastUsedAt());
    assertEquals(Set.of("forecasting-readers"), callerAt(replica(now()), made).groups());
  }

  @Test
  void whatEndedLongAgoIsForgotten() {
    Creation.Made live = made();
    Creation.Made revoked = made();
    Creation.Made justRevoked = made();
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
