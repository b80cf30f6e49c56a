package io.portico.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
  private static final long PAUSE_SECONDS = 5;

  private final AgroalDataSource dataSource;
  private final Flyway flyway;
  private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
  private volatile boolean ready;

  Schema(AgroalDataSource dataSource, Flyway flyway) {
    this.dataSource = dataSource;
    this.flyway = flyway;
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
      LOG.errorf(away, "The database cannot be reached; trying again in %d seconds", PAUSE_SECONDS);
      later.schedule(this::again, PAUSE_SECONDS, TimeUnit.SECONDS);
    }
  }

  private void again() {
    try {
      migrate();
    } catch (FlywayException e) {
      LOG.error("The database's tables cannot be brought up to date", e);
    }
  }

  void stop(@Observes ShutdownEvent stop) {
    later.shutdownNow();
  }
}
