package io.portico.apidocs.proposing;

import io.portico.database.DatabaseUnavailable;
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

  private static final Logger LOG = Logger.getLogger(ProposalHousekeeping.class);

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
    thread.scheduleWithFixedDelay(this::deleteOldGuarded, 1, 1, TimeUnit.HOURS);
  }

  void stop(@Observes ShutdownEvent stop) {
    thread.shutdownNow();
  }

  void deleteOld() {
    table.delete(clock.instant().minus(KEPT));
  }

  /** A failure must not end the repetition. */
  private void deleteOldGuarded() {
    try {
      deleteOld();
    } catch (DatabaseUnavailable away) {
      LOG.debug("The database is away; trying again later", away);
    } catch (RuntimeException e) {
      LOG.error("Old proposals cannot be deleted", e);
    }
  }
}
