package io.portico.tokens;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.portico.database.DatabaseUnavailable;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Tokens by the hash of their secret, without a query for each request, and for a while without a
 * database.
 */
@ApplicationScoped
class TokenLookup {
  /** What another replica revoked works here no longer than this. */
  static final Duration FRESH = Duration.ofSeconds(30);

  private static final int MAX_TOKENS = 10_000;

  /** Few, and its own: when the database is slow, nothing but unknown tokens waits. */
  private static final int THREADS = 4;

  private final Function<TokenHash, Optional<KnownToken>> source;
  private final ExecutorService threads;
  private final AsyncLoadingCache<TokenHash, Optional<KnownToken>> fresh;
  private final Cache<TokenHash, KnownToken> lastGood;
  private final Outage outage;

  @Inject
  TokenLookup(TokenStore store, TokensConfig config) {
    this(
        store::find,
        config.outageGrace(),
        Executors.newFixedThreadPool(THREADS),
        Ticker.systemTicker());
  }

  TokenLookup(
      Function<TokenHash, Optional<KnownToken>> source,
      Duration outageGrace,
      ExecutorService threads,
      Ticker ticker) {
    this.source = source;
    this.threads = threads;
    outage = new Outage(ticker);
    fresh =
        Caffeine.newBuilder()
            .executor(threads)
            .ticker(ticker)
            .maximumSize(MAX_TOKENS)
            .expireAfterWrite(FRESH)
            .buildAsync(this::load);
    lastGood =
        Caffeine.newBuilder()
            .ticker(ticker)
            .maximumSize(MAX_TOKENS)
            .expireAfterWrite(outageGrace)
            .build();
  }

  void close(@Observes ShutdownEvent stop) {
    threads.shutdownNow();
  }

  /**
   * The token; empty if there is none. May go on in a thread of the lookup's own.
   *
   * @return fails with {@link DatabaseUnavailable} if that cannot be told at the moment
   */
  CompletableFuture<Optional<KnownToken>> find(TokenHash hash) {
    Optional<DatabaseUnavailable> away = outage.cause();
    if (away.isPresent() && fresh.getIfPresent(hash) == null) {
      if (outage.takeTurn()) {
        threads.execute(() -> probe(hash));
      }
      return lastGood(hash, away.get());
    }
    return fresh.get(hash).exceptionallyCompose(failure -> lastGood(hash, failure));
  }

  /** Drops what is known of a token that was just revoked. */
  void forget(TokenHash hash) {
    fresh.synchronous().invalidate(hash);
    lastGood.invalidate(hash);
  }

  private CompletableFuture<Optional<KnownToken>> lastGood(TokenHash hash, Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return Optional.ofNullable(lastGood.getIfPresent(hash))
        .filter(token -> cause instanceof DatabaseUnavailable)
        .map(token -> CompletableFuture.completedFuture(Optional.of(token)))
        .orElseGet(() -> CompletableFuture.failedFuture(cause));
  }

  private Optional<KnownToken> load(TokenHash hash) {
    // It may have begun while this waited for a thread.
    outage
        .cause()
        .ifPresent(
            away -> {
              throw away;
            });
    return ask(hash);
  }

  private void probe(TokenHash hash) {
    try {
      ask(hash);
    } catch (DatabaseUnavailable stillAway) {
      // The outage goes on.
    }
  }

  private Optional<KnownToken> ask(TokenHash hash) {
    try {
      Optional<KnownToken> token = source.apply(hash);
      outage.end();
      token
          .filter(known -> known.token().revocation().isEmpty())
          .ifPresentOrElse(good -> lastGood.put(hash, good), () -> lastGood.invalidate(hash));
      return token;
    } catch (DatabaseUnavailable e) {
      outage.begin(e);
      throw e;
    }
  }
}
