package io.portico.apidocs.importing;

import io.portico.apidocs.ApiDocsConfig;
import io.portico.database.Repetition;
import io.portico.startup.ConfigurationCheck;
import io.portico.startup.ConfigurationProblem;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Ends the imports of replicas that died, and deletes old ones with their backups. */
@ApplicationScoped
class ImportHousekeeping implements ConfigurationCheck {
  /** So long a plan waits for its confirmation; a backup is kept so long at least. */
  static final Duration PLAN_KEPT = Duration.ofDays(1);

  private static final Repetition REPEATED =
      new Repetition(
          Logger.getLogger(ImportHousekeeping.class), "Imports cannot be kept up to date");
  private static final long STOP_SECONDS = 15;
  private static final long DELETE_HOURS = 1;
  private static final String DIED =
      "The replica of the portal that ran it is gone. It is not known whether it was done.";

  private final Duration backupsKept;
  private final ImportTable table;
  private final RunningImports running;
  private final ImportTrail trail;
  private final Clock clock;
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "import-housekeeping"));

  @Inject
  ImportHousekeeping(
      ApiDocsConfig config, ImportTable table, RunningImports running, ImportTrail trail) {
    this(config.backupsKept(), table, running, trail, Clock.systemUTC());
  }

  ImportHousekeeping(
      Duration backupsKept,
      ImportTable table,
      RunningImports running,
      ImportTrail trail,
      Clock clock) {
    this.backupsKept = backupsKept;
    this.table = table;
    this.running = running;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public List<ConfigurationProblem> problems() {
    return backupsKept.compareTo(PLAN_KEPT) < 0
        ? List.of(
            new ConfigurationProblem(
                "portico.apidocs.backups-kept", "set a day or more, for example P90D"))
        : List.of();
  }

  void start(@Observes StartupEvent start) {
    thread.scheduleWithFixedDelay(
        REPEATED.of(this::stopSilent), STOP_SECONDS, STOP_SECONDS, TimeUnit.SECONDS);
    thread.scheduleWithFixedDelay(
        REPEATED.of(this::deleteOld), DELETE_HOURS, DELETE_HOURS, TimeUnit.HOURS);
  }

  void stop(@Observes ShutdownEvent stop) {
    thread.shutdownNow();
  }

  void stopSilent() {
    for (PartsImport silent : running.stopSilent(ImportThreads.SILENCE, DIED)) {
      trail.ended(silent, new ImportOutcome(ImportState.STOPPED, DIED));
    }
  }

  void deleteOld() {
    Instant now = clock.instant();
    table.delete(now.minus(PLAN_KEPT), now.minus(backupsKept));
  }
}
