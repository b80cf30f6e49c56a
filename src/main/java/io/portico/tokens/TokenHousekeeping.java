package io.portico.tokens;

import io.portico.database.Repetition;
import io.portico.identity.SessionEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** What is written of tokens in the background, by one thread. */
@ApplicationScoped
class TokenHousekeeping {
  /** So long people see what became of a token. */
  static final Duration ENDED_TOKENS_KEPT = Duration.ofDays(30);

  private static final Logger LOG = Logger.getLogger(TokenHousekeeping.class);
  private static final Repetition REPEATED =
      new Repetition(LOG, "Access tokens cannot be kept up to date");
  private static final long WRITE_SECONDS = 30;
  private static final long FIRST_DELETION_MINUTES = 5;
  private static final long DELETION_MINUTES = Duration.ofDays(1).toMinutes();

  private final LastUses lastUses;
  private final Sightings sightings;
  private final TokenStore store;
  // What comes after the stop is written by stop() or not at all.
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, new ThreadPoolExecutor.DiscardPolicy());

  TokenHousekeeping(LastUses lastUses, Sightings sightings, TokenStore store) {
    this.lastUses = lastUses;
    this.sightings = sightings;
    this.store = store;
  }

  void start(@Observes StartupEvent start) {
    every(WRITE_SECONDS, WRITE_SECONDS, TimeUnit.SECONDS, this::write);
    every(FIRST_DELETION_MINUTES, DELETION_MINUTES, TimeUnit.MINUTES, this::deleteEnded);
  }

  void hear(@Observes SessionEvent event) {
    if (event.kind() != SessionEvent.Kind.ENDED) {
      sightings.saw(event.person());
      thread.execute(REPEATED.of(sightings::write));
    }
  }

  void stop(@Observes ShutdownEvent stop) {
    thread.shutdownNow();
    REPEATED.of(this::write).run();
    if (sightings.waiting() > 0) {
      LOG.errorf(
          "The database is away: the groups of %d people are not written; their tokens keep the"
              + " groups of before until they sign in again",
          sightings.waiting());
    }
  }

  private void write() {
    sightings.write();
    lastUses.write();
  }

  /** The audit trail keeps what is deleted here. */
  private void deleteEnded() {
    store.deleteEndedBefore(Clock.systemUTC().instant().minus(ENDED_TOKENS_KEPT));
  }

  private void every(long first, long pause, TimeUnit unit, Runnable task) {
    thread.scheduleWithFixedDelay(REPEATED.of(task), first, pause, unit);
  }
}
