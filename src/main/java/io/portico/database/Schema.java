package io.portico.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/**
 * Brings the tables up to date at start. A database that is away does not keep the portal from
 * starting, for MLflow goes on without it; it is tried again until it is there.
 */
@ApplicationScoped
public class Schema {
  /** After the sandbox, which brings the database of dev, test and demo. */
  private static final int AFTER_SANDBOX = 100;

  private static final Logger LOG = Logger.getLogger(Schema.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final DataSource dataSource;
  private final Flyway flyway;
  private final Duration pause;
  private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
  private volatile boolean ready;

  @Inject
  Schema(AgroalDataSource dataSource, Flyway flyway) {
    this(dataSource, flyway, PAUSE);
  }

  Schema(DataSource dataSource, Flyway flyway, Duration pause) {
    this.dataSource = dataSource;
    this.flyway = flyway;
    this.pause = pause;
  }

  /** Whether the tables are there. */
  boolean isReady() {
    return ready;
  }

  void start(@Observes @Priority(AFTER_SANDBOX) StartupEvent start) {
    migrate();
  }

  private void migrate() {
    try (Connection reachable = dataSource.getConnection()) {
      LOG.debugf("Migrating %s", reachable);
      flyway.migrate();
      ready = true;
    } catch (SQLException away) {
      LOG.error("The database cannot be reached; trying again soon", away);
      tryLater();
    } catch (FlywayException e) {
      if (!Database.isOutage(e)) {
        throw e;
      }
      LOG.error("The database cannot be written to; trying again soon", e);
      tryLater();
    }
  }

  private void tryLater() {
    later.schedule(this::again, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** At the start a failure of Flyway ends the portal; here the database may have left again. */
  private void again() {
    try {
      migrate();
    } catch (RuntimeException e) {
      LOG.error("The database's tables cannot be brought up to date; trying again soon", e);
      tryLater();
    }
  }

  void stop(@Observes ShutdownEvent stop) {
    later.shutdownNow();
  }
}
