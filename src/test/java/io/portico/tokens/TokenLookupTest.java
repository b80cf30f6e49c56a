package io.portico.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.database.DatabaseUnavailable;
import io.portico.testsupport.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** How seldom the table is asked, and who waits for it. */
class TokenLookupTest {
  private final TokenFixture fixture = new TokenFixture();

  @Test
  void aThousandVerificationsAreOneQuery() {
    fixture.known("churn-team");
    for (int i = 0; i < 1_000; i++) {
      fixture.caller();
    }
    assertEquals(1, fixture.queries.get());
  }

  @Test
  void anUnknownTokenIsRememberedToo() {
    for (int i = 0; i < 1_000; i++) {
      fixture.refusal();
    }
    assertEquals(1, fixture.queries.get());
  }

  @Test
  void lookupsAtTheSameTimeAreOneQuery() throws Exception {
    fixture.known("churn-team");
    CountDownLatch all = new CountDownLatch(1);
    TokenLookup slow =
        new TokenLookup(
            hash -> {
              await(all);
              return fixture.query(hash);
            },
            Duration.ofHours(1),
            new LookupThreads(),
            fixture.time);
    List<CompletionStage<Optional<KnownToken>>> answers = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      answers.add(slow.find(fixture.secret.hash()));
    }
    all.countDown();
    for (CompletionStage<Optional<KnownToken>> answer : answers) {
      assertTrue(answer.toCompletableFuture().get(10, TimeUnit.SECONDS).isPresent());
    }
    assertEquals(1, fixture.queries.get());
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
          Optional<KnownToken> read = fixture.query(hash);
          if (latch.get() != null) {
            await(latch.get());
          }
          return read;
        },
        Duration.ofHours(1),
        threads,
        fixture.time);
  }

  private Optional<KnownToken> foundBy(TokenLookup other) {
    return other.find(fixture.secret.hash()).orTimeout(10, TimeUnit.SECONDS).join();
  }

  @Test
  void aDatabaseThatHangsHoldsUpNoTokenThatWasGood() {
    AtomicReference<CountDownLatch> latch = new AtomicReference<>();
    TokenLookup slow =
        hanging(latch, new LookupThreads(Executors.newFixedThreadPool(1), new AtOnce()));
    fixture.known("churn-team");
    foundBy(slow);
    fixture.time.pass(Duration.ofSeconds(31));
    latch.set(new CountDownLatch(1));
    assertTrue(foundBy(slow).isPresent());
    assertEquals(2, fixture.queries.get());
    assertTrue(slow.find(fixture.secret.hash()).isDone(), "Others need not wait to learn it");
    latch.get().countDown();
    slow.close(null);
  }

  @Test
  void unknownTokensHoldUpNoneThatWasGood() {
    CountDownLatch latch = new CountDownLatch(1);
    TokenLookup flooded =
        new TokenLookup(
            hash -> {
              if (!hash.equals(fixture.secret.hash())) {
                await(latch);
              }
              return fixture.query(hash);
            },
            Duration.ofHours(1),
            new LookupThreads(),
            fixture.time);
    fixture.known("churn-team");
    foundBy(flooded);
    for (int i = 0; i < 100; i++) {
      flooded.find(TokenSecret.next().hash());
    }
    fixture.known(fixture.revoked(), "churn-team");
    Eventually.equal(
        true,
        () -> {
          fixture.time.pass(Duration.ofSeconds(31));
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
    fixture.known("churn-team");
    CompletableFuture<Optional<KnownToken>> before = slow.find(fixture.secret.hash());
    Eventually.equal(1, fixture.queries::get);
    slow.forget(fixture.secret.hash());
    latch.countDown();
    before.get(10, TimeUnit.SECONDS);
    fixture.away = true;
    CompletionException failure = assertThrows(CompletionException.class, () -> foundBy(slow));
    assertInstanceOf(DatabaseUnavailable.class, failure.getCause());
    slow.close(null);
  }

  @Test
  void aMistakeOfOursIsNoOutage() throws Exception {
    fixture.known("churn-team");
    AtomicBoolean broken = new AtomicBoolean();
    TokenLookup mistaken =
        new TokenLookup(
            hash -> {
              if (broken.get()) {
                throw new IllegalStateException("a mistake");
              }
              return fixture.query(hash);
            },
            Duration.ofHours(1),
            AtOnce.threads(),
            fixture.time);
    assertTrue(mistaken.find(fixture.secret.hash()).get().isPresent());
    broken.set(true);
    fixture.time.pass(Duration.ofSeconds(31));
    ExecutionException failure =
        assertThrows(ExecutionException.class, () -> mistaken.find(fixture.secret.hash()).get());
    assertInstanceOf(IllegalStateException.class, failure.getCause());
  }
}
