package io.portico.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.database.Away;
import io.portico.database.DatabaseUnavailable;
import io.portico.identity.Caller;
import io.portico.identity.InvalidToken;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.Eventually;
import io.portico.testsupport.TestTime;
import io.portico.tokens.AccessToken.Revocation;
import io.portico.tokens.AccessToken.Somebody;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TokenVerificationTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Somebody ADA = new Somebody("ada", "Ada");

  private final TestTime time = new TestTime(NOW);
  private final Map<TokenHash, KnownToken> table = new ConcurrentHashMap<>();
  private final AtomicInteger queries = new AtomicInteger();
  private volatile boolean away;

  private final Map<UUID, Instant> lastUsesWritten = new HashMap<>();
  private final LastUses lastUses =
      new LastUses(
          batch -> {
            if (away) {
              throw Away.unavailable();
            }
            lastUsesWritten.putAll(batch);
          });
  private final TokenLookup lookup =
      new TokenLookup(this::query, Duration.ofHours(1), AtOnce.threads(), time);
  private final TokenVerification verification =
      new TokenVerification(lookup, lastUses, new FixedTokensConfig(), time);

  private final TokenSecret secret = TokenSecret.next();
  private final AccessToken token =
      new AccessToken(
          UUID.randomUUID(),
          "nightly training",
          Owner.person("ada"),
          Map.of("mlflow/churn", "viewer"),
          NOW,
          ADA,
          NOW.plus(Duration.ofDays(60)),
          Optional.empty(),
          Optional.empty());

  private Optional<KnownToken> query(TokenHash hash) {
    queries.incrementAndGet();
    if (away) {
      throw Away.unavailable();
    }
    return Optional.ofNullable(table.get(hash));
  }

  private void known(AccessToken token, String... groups) {
    table.put(
        secret.hash(),
        new KnownToken(token, Optional.of(new Sighting("ada", "Ada", Set.of(groups), NOW))));
  }

  private Caller caller() {
    return callerOf(secret.text());
  }

  private Caller callerOf(String secret) {
    CompletionStage<Caller> caller = verification.callerOf(secret);
    // The failure itself, as whoever waits for it gets it.
    RuntimeException[] failure = new RuntimeException[1];
    try {
      return caller
          .whenComplete((c, e) -> failure[0] = (RuntimeException) e)
          .toCompletableFuture()
          .get(10, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw failure[0];
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private String refusal() {
    return assertThrows(InvalidToken.class, this::caller).getMessage();
  }

  @Test
  void aGoodTokenSpeaksForItsOwnerWithinItsGrants() {
    known(token, "churn-team");
    Caller caller = caller();
    assertEquals("ada", caller.subject());
    assertEquals("Ada", caller.name());
    assertEquals(Set.of("churn-team"), caller.groups());
    assertEquals(
        Optional.of(new Caller.Token(token.id().toString(), token.grants())), caller.token());
  }

  @Test
  void aServiceTokenSpeaksForItselfWithItsGroupAlone() {
    table.put(
        secret.hash(), new KnownToken(with(token, Owner.group("churn-team")), Optional.empty()));
    Caller caller = caller();
    assertEquals("service:" + token.id(), caller.subject());
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
    assertTrue(refusal().contains("unknown"));
  }

  @Test
  void whatIsNoTokenCostsNoQuery() {
    String mistyped = secret.text().replaceFirst(".$", "x");
    assertThrows(InvalidToken.class, () -> callerOf(mistyped));
    assertThrows(InvalidToken.class, () -> callerOf(""));
    assertEquals(0, queries.get());
  }

  @Test
  void noRefusalQuotesTheToken() {
    assertFalse(refusal().contains(secret.text().substring(8)));
    assertFalse(
        assertThrows(InvalidToken.class, () -> callerOf("portico_hunter2"))
            .getMessage()
            .contains("hunter2"));
  }

  @Test
  @Holds(Promise.TOKENS_ARE_SECRETS)
  void aTokenEndsAtItsExpiryEvenWhileItIsRemembered() {
    AccessToken short_ =
        new AccessToken(
            token.id(),
            "short",
            token.owner(),
            token.grants(),
            NOW,
            ADA,
            NOW.plusSeconds(10),
            Optional.empty(),
            Optional.empty());
    known(short_, "churn-team");
    time.pass(Duration.ofNanos(9_999_999_999L));
    caller();
    time.pass(Duration.ofNanos(1));
    assertTrue(refusal().contains("expired on 2026-11-23 12:00 UTC"));
    assertEquals(1, queries.get());
  }

  @Test
  void aRevokedTokenOpensNothing() {
    known(revoked(), "churn-team");
    assertTrue(refusal().contains("revoked on 2026-11-23"));
  }

  private AccessToken revoked() {
    return new AccessToken(
        token.id(),
        token.name(),
        token.owner(),
        token.grants(),
        NOW,
        ADA,
        token.expiresAt(),
        Optional.empty(),
        Optional.of(new Revocation(NOW, ADA)));
  }

  @Test
  void whatIsRevokedElsewhereEndsHereWithinAMinute() {
    known(token, "churn-team");
    caller();
    known(revoked(), "churn-team");
    time.pass(Duration.ofSeconds(31));
    refusal();
  }

  @Test
  void whatIsRevokedHereEndsAtOnce() {
    known(token, "churn-team");
    caller();
    known(revoked(), "churn-team");
    lookup.forget(secret.hash());
    refusal();
  }

  @Test
  @Holds(Promise.REMOVED_GROUPS_END)
  void aGroupThatItsOwnerLostIsLostForTheToken() {
    known(token, "churn-team", "forecasting-readers");
    caller();
    known(token, "forecasting-readers");
    time.pass(Duration.ofSeconds(31));
    assertEquals(Set.of("forecasting-readers"), caller().groups());
  }

  @Test
  void aTokenRestsUntilItsOwnerSignsInAgain() {
    known(token, "churn-team");
    time.pass(Duration.ofDays(30));
    caller();
    time.pass(Duration.ofSeconds(1));
    assertTrue(refusal().contains("signs in to the portal again"));
  }

  @Test
  void aTokenOfSomebodyNeverSeenRests() {
    table.put(secret.hash(), new KnownToken(token, Optional.empty()));
    assertTrue(refusal().contains("signs in to the portal again"));
  }

  @Test
  void aThousandVerificationsAreOneQuery() {
    known(token, "churn-team");
    for (int i = 0; i < 1_000; i++) {
      caller();
    }
    assertEquals(1, queries.get());
  }

  @Test
  void anUnknownTokenIsRememberedToo() {
    for (int i = 0; i < 1_000; i++) {
      refusal();
    }
    assertEquals(1, queries.get());
  }

  @Test
  void lookupsAtTheSameTimeAreOneQuery() throws Exception {
    known(token, "churn-team");
    CountDownLatch all = new CountDownLatch(1);
    TokenLookup slow =
        new TokenLookup(
            hash -> {
              await(all);
              return query(hash);
            },
            Duration.ofHours(1),
            new LookupThreads(),
            time);
    List<CompletionStage<Optional<KnownToken>>> answers = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      answers.add(slow.find(secret.hash()));
    }
    all.countDown();
    for (CompletionStage<Optional<KnownToken>> answer : answers) {
      assertTrue(answer.toCompletableFuture().get(10, TimeUnit.SECONDS).isPresent());
    }
    assertEquals(1, queries.get());
    slow.close(null);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new CompletionException(e);
    }
  }

  /** One whose queries wait for a latch, as long as there is one. */
  private TokenLookup hanging(AtomicReference<CountDownLatch> latch, LookupThreads threads) {
    return new TokenLookup(
        hash -> {
          Optional<KnownToken> read = query(hash);
          if (latch.get() != null) {
            await(latch.get());
          }
          return read;
        },
        Duration.ofHours(1),
        threads,
        time);
  }

  private Optional<KnownToken> foundBy(TokenLookup other) {
    return other.find(secret.hash()).orTimeout(10, TimeUnit.SECONDS).join();
  }

  @Test
  void aDatabaseThatHangsHoldsUpNoTokenThatWasGood() {
    AtomicReference<CountDownLatch> latch = new AtomicReference<>();
    TokenLookup slow =
        hanging(latch, new LookupThreads(Executors.newFixedThreadPool(1), new AtOnce()));
    known(token, "churn-team");
    foundBy(slow);
    time.pass(Duration.ofSeconds(31));
    latch.set(new CountDownLatch(1));
    assertTrue(foundBy(slow).isPresent());
    assertEquals(2, queries.get());
    assertTrue(slow.find(secret.hash()).isDone(), "Others need not wait to learn it");
    latch.get().countDown();
    slow.close(null);
  }

  @Test
  void unknownTokensHoldUpNoneThatWasGood() {
    CountDownLatch latch = new CountDownLatch(1);
    TokenLookup flooded =
        new TokenLookup(
            hash -> {
              if (!hash.equals(secret.hash())) {
                await(latch);
              }
              return query(hash);
            },
            Duration.ofHours(1),
            new LookupThreads(),
            time);
    known(token, "churn-team");
    foundBy(flooded);
    for (int i = 0; i < 100; i++) {
      flooded.find(TokenSecret.next().hash());
    }
    known(revoked(), "churn-team");
    Eventually.equal(
        true,
        () -> {
          time.pass(Duration.ofSeconds(31));
          return foundBy(flooded).orElseThrow().token().revocation().isPresent();
        });
    latch.countDown();
    flooded.close(null);
  }

  @Test
  void ofAFloodOfUnknownTokensMostAreTurnedAway() {
    AtomicReference<CountDownLatch> latch = new AtomicReference<>(new CountDownLatch(1));
    TokenLookup flooded = hanging(latch, new LookupThreads());
    for (int i = 0; i < 2 * TokenLookup.MAX_TOKENS; i++) {
      flooded.find(TokenSecret.next().hash());
    }
    CompletableFuture<Optional<KnownToken>> last = flooded.find(TokenSecret.next().hash());
    assertInstanceOf(
        DatabaseUnavailable.class,
        assertThrows(ExecutionException.class, () -> last.get(10, TimeUnit.SECONDS)).getCause());
    flooded.close(null);
    latch.get().countDown();
  }

  @Test
  void whatIsRevokedWhileItIsReadDoesNotComeBackInAnOutage() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    TokenLookup slow = hanging(new AtomicReference<>(latch), new LookupThreads());
    known(token, "churn-team");
    CompletableFuture<Optional<KnownToken>> before = slow.find(secret.hash());
    Eventually.equal(1, queries::get);
    slow.forget(secret.hash());
    latch.countDown();
    before.get(10, TimeUnit.SECONDS);
    away = true;
    CompletionException failure = assertThrows(CompletionException.class, () -> foundBy(slow));
    assertInstanceOf(DatabaseUnavailable.class, failure.getCause());
    slow.close(null);
  }

  @Test
  void withoutTheDatabaseATokenSeenGoodGoesOnForAnHour() {
    known(token, "churn-team");
    caller();
    away = true;
    time.pass(Duration.ofMinutes(59));
    caller();
    time.pass(Duration.ofSeconds(59));
    caller();
    time.pass(Duration.ofSeconds(2));
    assertThrows(DatabaseUnavailable.class, this::caller);
  }

  @Test
  void withoutTheDatabaseATokenNotSeenBeforeCannotBeTold() {
    known(token, "churn-team");
    away = true;
    assertThrows(DatabaseUnavailable.class, this::caller);
  }

  @Test
  void withoutTheDatabaseWhatWasRevokedStaysRevoked() {
    known(token, "churn-team");
    caller();
    known(revoked(), "churn-team");
    time.pass(Duration.ofSeconds(31));
    refusal();
    away = true;
    time.pass(Duration.ofSeconds(31));
    assertThrows(DatabaseUnavailable.class, this::caller);
  }

  @Test
  void withoutTheDatabaseATokenStillExpires() {
    known(
        new AccessToken(
            token.id(),
            "short",
            token.owner(),
            token.grants(),
            NOW,
            ADA,
            NOW.plus(Duration.ofMinutes(10)),
            Optional.empty(),
            Optional.empty()),
        "churn-team");
    caller();
    away = true;
    time.pass(Duration.ofMinutes(11));
    assertTrue(refusal().contains("expired"));
  }

  @Test
  void anOutageIsLearntOnceASecondAndNotByEachRequest() {
    known(token, "churn-team");
    caller();
    away = true;
    time.pass(Duration.ofSeconds(31));
    for (int i = 0; i < 1_000; i++) {
      caller();
      assertThrows(DatabaseUnavailable.class, () -> callerOf(TokenSecret.next().text()));
    }
    // One before, one that failed.
    assertEquals(2, queries.get());
  }

  @Test
  void theFirstRequestAfterASecondFindsTheDatabaseBackForTheNext() {
    away = true;
    assertThrows(DatabaseUnavailable.class, this::caller);
    away = false;
    known(token, "churn-team");
    assertThrows(DatabaseUnavailable.class, this::caller);
    time.pass(Duration.ofSeconds(1));
    assertThrows(DatabaseUnavailable.class, () -> callerOf(TokenSecret.next().text()));
    assertEquals("ada", caller().subject());
  }

  @Test
  void aMistakeOfOursIsNoOutage() throws Exception {
    known(token, "churn-team");
    AtomicBoolean broken = new AtomicBoolean();
    TokenLookup mistaken =
        new TokenLookup(
            hash -> {
              if (broken.get()) {
                throw new IllegalStateException("a mistake");
              }
              return query(hash);
            },
            Duration.ofHours(1),
            AtOnce.threads(),
            time);
    assertTrue(mistaken.find(secret.hash()).get().isPresent());
    broken.set(true);
    time.pass(Duration.ofSeconds(31));
    ExecutionException failure =
        assertThrows(ExecutionException.class, () -> mistaken.find(secret.hash()).get());
    assertInstanceOf(IllegalStateException.class, failure.getCause());
  }

  @Test
  void theLastUseIsWrittenOnceForManyUses() {
    known(token, "churn-team");
    caller();
    time.pass(Duration.ofSeconds(5));
    caller();
    lastUses.write();
    assertEquals(Map.of(token.id(), NOW.plusSeconds(5)), lastUsesWritten);
    lastUsesWritten.clear();
    lastUses.write();
    assertEquals(Map.of(), lastUsesWritten);
  }

  @Test
  void theLastUseIsKeptThroughAnOutage() {
    known(token, "churn-team");
    caller();
    away = true;
    lastUses.write();
    away = false;
    lastUses.write();
    assertEquals(Map.of(token.id(), NOW), lastUsesWritten);
  }

  @Test
  void aTokenThatWasRefusedWasNotUsed() {
    known(revoked(), "churn-team");
    refusal();
    lastUses.write();
    assertEquals(Map.of(), lastUsesWritten);
  }
}
