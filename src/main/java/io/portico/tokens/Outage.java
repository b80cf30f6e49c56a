package io.portico.tokens;

import com.github.benmanes.caffeine.cache.Ticker;
import io.portico.database.DatabaseUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Remembers that the database is away, so that requests need not wait for a time-out of their own
 * to learn it.
 */
final class Outage {
  private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

  private final Ticker ticker;
  private final AtomicLong nextProbe = new AtomicLong();
  private volatile DatabaseUnavailable cause;

  Outage(Ticker ticker) {
    this.ticker = ticker;
  }

  void begin(DatabaseUnavailable failure) {
    nextProbe.set(ticker.read() + PAUSE_NANOS);
    cause = failure;
  }

  void end() {
    cause = null;
  }

  /** Empty while the database is there, as far as one knows. */
  Optional<DatabaseUnavailable> cause() {
    return Optional.ofNullable(cause);
  }

  /** Whether it is the caller's turn to see if the database is back: one of all, once a second. */
  boolean takeTurn() {
    long due = nextProbe.get();
    return ticker.read() - due >= 0 && nextProbe.compareAndSet(due, ticker.read() + PAUSE_NANOS);
  }
}
