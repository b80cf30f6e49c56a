package io.portico.tokens;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.portico.database.Away;
import io.portico.identity.Caller;
import io.portico.identity.InvalidToken;
import io.portico.testsupport.TestTime;
import io.portico.tokens.AccessToken.Revocation;
import io.portico.tokens.AccessToken.Somebody;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A token in a table, and what is asked about it while time passes and databases go away. */
final class TokenFixture {
  static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  static final Somebody ADA = new Somebody("ada", "Ada");

  final TestTime time = new TestTime(NOW);
  final Map<TokenHash, KnownToken> table = new ConcurrentHashMap<>();
  final AtomicInteger queries = new AtomicInteger();
  volatile boolean away;

  final Map<UUID, Instant> lastUsesWritten = new HashMap<>();
  final LastUses lastUses =
      new LastUses(
          batch -> {
            if (away) {
              throw Away.unavailable();
            }
            lastUsesWritten.putAll(batch);
          });
  final TokenLookup lookup =
      new TokenLookup(this::query, Duration.ofHours(1), AtOnce.threads(), time);
  final TokenVerification verification =
      new TokenVerification(lookup, lastUses, new FixedTokensConfig(), time);

  final TokenSecret secret = TokenSecret.next();
  final AccessToken token =
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

  Optional<KnownToken> query(TokenHash hash) {
    queries.incrementAndGet();
    if (away) {
      throw Away.unavailable();
    }
    return Optional.ofNullable(table.get(hash));
  }

  void known(String... groups) {
    known(token, groups);
  }

  void known(AccessToken token, String... groups) {
    table.put(
        secret.hash(),
        new KnownToken(token, Optional.of(new Sighting("ada", "Ada", Set.of(groups), NOW))));
  }

  Caller caller() {
    return callerOf(secret.text());
  }

  Caller callerOf(String secret) {
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

  String refusal() {
    return assertThrows(InvalidToken.class, this::caller).getMessage();
  }

  AccessToken revoked() {
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
}
