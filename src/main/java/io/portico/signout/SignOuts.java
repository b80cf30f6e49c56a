package io.portico.signout;

import io.portico.database.DatabaseUnavailable;
import io.portico.database.Repetition;
import io.portico.identity.EndedSessions;
import io.portico.identity.SessionEnd;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Passes on between replicas which sessions ended: each writes down what it is told and reads what
 * others were. While the database is away each goes on with what it knows, and what it is told
 * meanwhile waits.
 */
@ApplicationScoped
class SignOuts {
  private static final Logger LOG = Logger.getLogger(SignOuts.class);
  private static final Repetition REPEATED =
      new Repetition(LOG, "Ended sessions cannot be kept up to date");
  private static final int READ_SECONDS = 2;

  /** A transaction that began before the last reading may have ended after it. */
  private static final Duration OVERLAP = Duration.ofMinutes(1);

  private static final int PORTION = 500;

  /** No stranger can fill it: each is of a session that somebody had. */
  private static final int MOST_WAITING = 10_000;

  private final EndedSessions ended;
  private final EndedSessionTable table;
  private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "sign-outs"));

  /** By the database's clock; known to the thread alone. */
  private Instant readUpTo = Instant.EPOCH;

  private record Waiting(SessionEnd end, CompletableFuture<Void> written) {}

  SignOuts(EndedSessions ended, EndedSessionTable table) {
    this.ended = ended;
    this.table = table;
  }

  void start(@Observes StartupEvent start) {
    thread.scheduleWithFixedDelay(REPEATED.of(this::read), 0, READ_SECONDS, TimeUnit.SECONDS);
    thread.scheduleWithFixedDelay(REPEATED.of(this::forget), 1, 60, TimeUnit.MINUTES);
  }

  void stop(@Observes ShutdownEvent stop) {
    thread.shutdownNow();
    REPEATED.of(this::write).run();
    if (!waiting.isEmpty()) {
      LOG.warnf("The ends of %d sessions are known to no other replica", waiting.size());
    }
  }

  void hear(@Observes SessionEnd signOut) {
    end(signOut)
        .whenComplete(
            (written, failure) -> {
              if (failure != null) {
                LOG.warnf("Copies of a session that ended may go on: %s", failure.getMessage());
              }
            });
  }

  /**
   * Ends sessions here at once, and everywhere soon.
   *
   * @return done when all replicas can know; fails with {@link DatabaseUnavailable} if that takes
   *     longer
   */
  CompletionStage<Void> end(SessionEnd end) {
    ended.add(end);
    if (waiting.size() >= MOST_WAITING) {
      return CompletableFuture.failedFuture(
          new DatabaseUnavailable("Too many ended sessions wait for the database", null));
    }
    Waiting one = new Waiting(end, new CompletableFuture<>());
    waiting.add(one);
    thread.execute(REPEATED.of(this::write));
    return one.written();
  }

  private void read() {
    write();
    for (EndedSessionTable.Stored row : table.storedAfter(readUpTo.minus(OVERLAP))) {
      ended.add(row.end(), row.at());
      readUpTo = row.at().isAfter(readUpTo) ? row.at() : readUpTo;
    }
  }

  /** In portions, so that each is written well within the overlap. */
  private void write() {
    for (int left = waiting.size(); left > 0; left -= PORTION) {
      write(portion());
    }
  }

  /** What waits may be less than it seemed: a stop writes beside this thread. */
  private List<Waiting> portion() {
    List<Waiting> some = new ArrayList<>();
    Waiting one = waiting.poll();
    while (one != null) {
      some.add(one);
      one = some.size() < PORTION ? waiting.poll() : null;
    }
    return some;
  }

  private void write(List<Waiting> some) {
    try {
      table.add(some.stream().map(Waiting::end).toList());
      some.forEach(one -> one.written().complete(null));
    } catch (DatabaseUnavailable away) {
      waiting.addAll(some);
      some.forEach(one -> one.written().completeExceptionally(away));
    } catch (RuntimeException failure) {
      if (some.size() > 1) {
        some.forEach(one -> write(List.of(one)));
      } else {
        LOG.error("An end of sessions cannot be written down", failure);
        some.get(0).written().completeExceptionally(failure);
      }
    }
  }

  private void forget() {
    ended.forgetOld();
    table.deleteOld();
  }
}
