package io.portico.sandbox;

import io.portico.sandbox.endpoint.TemporaryDirectory;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A real PostgreSQL for dev, test and demo. It forgets all at every stop of the portal. */
@Singleton
@IfBuildProfile(anyOf = {"dev", "test", "demo"})
public class SandboxDatabase {
  private static final int FIRST = 1;

  /** A start takes half a second, on a machine that has nothing else to do. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String DIRECTORY = "data";
  private static final int ATTEMPTS = 100;
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final SandboxConfig config;
  private TemporaryDirectory data;
  private EmbeddedPostgres postgres;

  SandboxDatabase(SandboxConfig config) {
    this.config = config;
  }

  void start(@Observes @Priority(FIRST) StartupEvent event) {
    data = TemporaryDirectory.create("portico-sandbox-database-");
    comeUp();
  }

  void stop(@Observes ShutdownEvent event) {
    if (data != null) {
      goDown();
      forget();
    }
  }

  /**
   * When the whole JVM ends, a hook of the library is stopping PostgreSQL at the same time, which
   * takes its file away last.
   */
  private void forget() {
    Path running = data.path().resolve(DIRECTORY).resolve("postmaster.pid");
    for (int attempt = 0; attempt < ATTEMPTS && Files.exists(running); attempt++) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    data.close();
  }

  /** Starts with the data of before. */
  public void comeUp() {
    try {
      postgres =
          EmbeddedPostgres.builder()
              .setPort(config.databasePort())
              .setDataDirectory(data.path().resolve(DIRECTORY))
              .setCleanDataDirectory(false)
              .setPGStartupWait(PATIENCE)
              // Not in /tmp, where each port has one place for all.
              .setServerConfig("unix_socket_directories", data.path().toString())
              .start();
    } catch (IOException e) {
      throw new IllegalStateException(
          "PostgreSQL cannot start on port %d of 127.0.0.1: set portico.sandbox.database-port to a free one"
              .formatted(config.databasePort()),
          e);
    }
  }

  /** Stops, its data kept: what an outage looks like. */
  public void goDown() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new IllegalStateException("PostgreSQL does not stop", e);
    }
  }
}
