package io.portico.apidocs;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What takes long to read: read once for all who wait for it, and kept for a while. Whoever reads
 * holds up nobody who wants something else, and a failure is everyone's who waited for it, so that
 * they do not fail one after the other.
 */
public final class SharedReads<V> {
  private static final int KEPT = 200;

  private final AsyncCache<String, V> values;

  /**
   * @param maxAge of a value since it was read, however often it was changed; 0 to share it only
   *     among those who ask while it is read
   */
  public SharedReads(Duration maxAge, Ticker ticker) {
    values =
        Caffeine.newBuilder()
            .executor(Runnable::run)
            .ticker(ticker)
            .maximumSize(KEPT)
            .expireAfter(Expiry.<String, V>creating((key, value) -> maxAge))
            .buildAsync();
  }

  /**
   * The value, read by this thread if nobody has read it or is about to.
   *
   * @throws RuntimeException what whoever reads it was told
   */
  public V get(String key, Supplier<V> reading) {
    CompletableFuture<V> own = new CompletableFuture<>();
    CompletableFuture<V> shared = values.get(key, (wanted, executor) -> own);
    if (shared == own) {
      read(reading, own);
    }
    return outcome(shared);
  }

  private static <V> void read(Supplier<V> reading, CompletableFuture<V> outcome) {
    try {
      outcome.complete(reading.get());
    } catch (RuntimeException | Error e) {
      outcome.completeExceptionally(e);
    }
  }

  private static <V> V outcome(CompletableFuture<V> shared) {
    try {
      return shared.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }

  /** Changes a value that is kept, or that is being read at the moment. */
  void change(String key, UnaryOperator<V> change) {
    values.asMap().computeIfPresent(key, (held, value) -> value.thenApply(change));
  }

  /** Has the value read anew for all who ask from now on. */
  public void forget(String key) {
    values.asMap().remove(key);
  }
}
