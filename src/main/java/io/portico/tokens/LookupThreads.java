package io.portico.tokens;

import io.portico.database.DatabaseUnavailable;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that ask the database for tokens. Anybody can invent a token, so unknown ones have
 * threads and a queue of their own, and hold up none that was good before.
 */
record LookupThreads(ExecutorService forKnown, ExecutorService forUnknown) {
  private static final int THREADS = 2;

  /** As many as the cache; the next fails with {@link DatabaseUnavailable} at once. */
  private static final int MOST_WAITING = TokenLookup.MAX_TOKENS;

  LookupThreads() {
    this(bounded(), bounded());
  }

  private static ExecutorService bounded() {
    return new ThreadPoolExecutor(
        THREADS,
        THREADS,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(MOST_WAITING),
        (task, pool) -> {
          throw new DatabaseUnavailable("Too many tokens wait for the database", null);
        });
  }

  void close() {
    forKnown.shutdownNow();
    forUnknown.shutdownNow();
  }
}
