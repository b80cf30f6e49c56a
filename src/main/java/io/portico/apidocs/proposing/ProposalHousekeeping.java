package io.portico.apidocs.proposing;

import io.portico.database.Repetition;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Forgets old proposals, decided or not. */
@ApplicationScoped
class ProposalHousekeeping {
  /** From the decision, or from the proposal where nobody has decided. */
  static final Duration KEPT = Duration.ofDays(90);

  private static final Repetition REPEATED =
      new Repetition(
          Logger.getLogger(ProposalHousekeeping.class), "Old proposals cannot be deleted");

  private final ProposalTable table;
  private final Clock clock;
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "proposal-housekeeping"));

  @Inject
  ProposalHousekeeping(ProposalTable table) {
    this(table, Clock.systemUTC());
  }

  ProposalHousekeeping(ProposalTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  void start(@Observes StartupEvent start) {
    thread.scheduleWithFixedDelay(REPEATED.of(this::deleteOld), 1, 1, TimeUnit.HOURS);
  }

  void stop(@Observes ShutdownEvent stop) {
    thread.shutdownNow();
  }

  void deleteOld() {
    table.delete(clock.instant().minus(KEPT));
  }
}
