package io.portico.tokens;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.portico.database.DatabaseUnavailable;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Tokens by the hash of their secret, without a query for each request, and for a while without a
 * database.
 */
@Singleton
class TokenLookup {
  /** What another replica revoked works here no longer than this. */
  static final Duration FRESH = Duration.ofSeconds(30);

  static final int MAX_TOKENS = 10_000;

  /** So long a token that was good waits for a database that does not answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Function<TokenHash, Optional<KnownToken>> source;
  private final LookupThreads threads;
  private final AsyncCache<TokenHash, Optional<KnownToken>> fresh;
  private final LastGood lastGood;
  private final Outage outage;

  @Inject
  TokenLookup(TokenStore store, TokensConfig config) {
    this(store::find, config.outageGrace(), new LookupThreads(), Ticker.systemTicker());
  }

  TokenLookup(
      Function<TokenHash, Optional<KnownToken>> source,
      Duration outageGrace,
      LookupThreads threads,
      Ticker ticker) {
    this.source = source;
    this.threads = threads;
    outage = new Outage(ticker);
    fresh =
        Caffeine.newBuilder()
            .executor(threads.forKnown())
            .ticker(ticker)
            .maximumSize(MAX_TOKENS)
            .expireAfterWrite(FRESH)
            .buildAsync();
    lastGood = new LastGood(outageGrace, ticker);
  }

  void close(@Observes ShutdownEvent stop) {
    threads.close();
  }

  /**
   * The token; empty if there is none. May go on in a thread of the lookup's own.
   *
   * @return fails with {@link DatabaseUnavailable} if that cannot be told at the moment
   */
  CompletableFuture<Optional<KnownToken>> find(TokenHash hash) {
    CompletableFuture<Optional<KnownToken>> cached = fresh.getIfPresent(hash);
    Optional<DatabaseUnavailable> away = outage.cause();
    try {
      if (away.isPresent() && (cached == null || !cached.isDone())) {
        if (outage.takeTurn()) {
          threads.forKnown().execute(() -> probe(hash));
        }
        return lastGood(hash, away.get());
      }
      return inTime(hash, fresh.get(hash, this::load))
          .exceptionallyCompose(failure -> lastGood(hash, failure));
    } catch (DatabaseUnavailable tooMany) {
      return lastGood(hash, tooMany);
    }
  }

  /** Drops what is known of a token that was just revoked. */
  void forget(TokenHash hash) {
    lastGood.end(hash);
    fresh.synchronous().invalidate(hash);
  }

  /** The answer; for a token that was good a failure where there is none in time. */
  private CompletableFuture<Optional<KnownToken>> inTime(
      TokenHash hash, CompletableFuture<Optional<KnownToken>> answer) {
    return answer.isDone() || lastGood.find(hash).isEmpty()
        ? answer
        : answer.copy().orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private CompletableFuture<Optional<KnownToken>> lastGood(TokenHash hash, Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof TimeoutException) {
      cause = new DatabaseUnavailable("The database does not answer in time", cause);
      outage.begin((DatabaseUnavailable) cause);
    }
    Optional<KnownToken> good =
        cause instanceof DatabaseUnavailable ? lastGood.find(hash) : Optional.empty();
    return good.isPresent()
        ? CompletableFuture.completedFuture(good)
        : CompletableFuture.failedFuture(cause);
  }

  private CompletableFuture<Optional<KnownToken>> load(TokenHash hash, Executor maintenance) {
    Executor thread = lastGood.find(hash).isPresent() ? threads.forKnown() : threads.forUnknown();
    return CompletableFuture.supplyAsync(() -> ask(hash), thread);
  }

  private void probe(TokenHash hash) {
    try {
      query(hash);
    } catch (DatabaseUnavailable stillAway) {
      // The outage goes on.
    }
  }

  private Optional<KnownToken> ask(TokenHash hash) {
    // It may have begun while this waited for a thread.
    Optional<DatabaseUnavailable> away = outage.cause();
    if (away.isPresent()) {
      throw away.get();
    }
    return query(hash);
  }

  private Optional<KnownToken> query(TokenHash hash) {
    try {
      Optional<KnownToken> token = source.apply(hash);
      outage.end();
      token.ifPresent(found -> lastGood.remember(hash, found));
      return token;
    } catch (DatabaseUnavailable e) {
      outage.begin(e);
      throw e;
    }
  }
}
