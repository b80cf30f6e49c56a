package io.portico.audit;

import io.portico.database.DatabaseUnavailable;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Deletes once a day what is too old. */
@ApplicationScoped
class Retention {
  private static final Logger LOG = Logger.getLogger(Retention.class);

  /** Few enough to hold no lock for long. */
  private static final int BATCH = 1_000;

  static final Duration SHORTEST = Duration.ofDays(1);

  private final ActivityTable table;
  private final Duration retention;
  private final Clock clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "audit-retention"));

  @Inject
  Retention(AuditConfig config, ActivityTable table) {
    this(config.retention(), table, Clock.systemUTC());
  }

  Retention(Duration retention, ActivityTable table, Clock clock) {
    this.table = table;
    this.retention = retention;
    this.clock = clock;
  }

  void start(@Observes StartupEvent start) {
    thread.scheduleWithFixedDelay(this::run, 1, TimeUnit.DAYS.toMinutes(1), TimeUnit.MINUTES);
  }

  void stop(@Observes ShutdownEvent stop) {
    thread.shutdownNow();
  }

  private void run() {
    try {
      deleteOld();
    } catch (DatabaseUnavailable e) {
      LOG.warn("The database is away; old records of the audit trail are deleted tomorrow");
    } catch (RuntimeException e) {
      LOG.error("Old records of the audit trail could not be deleted", e);
    }
  }

  void deleteOld() {
    Instant end = clock.instant().minus(retention);
    int deleted = BATCH;
    while (deleted == BATCH && !Thread.currentThread().isInterrupted()) {
      deleted = table.deleteBefore(end, BATCH);
    }
  }
}
