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
import java.time.Duration;

/** A real PostgreSQL for dev, test and demo. It forgets all at every stop of the portal. */
@Singleton
@IfBuildProfile(anyOf = {"dev", "test", "demo"})
public class SandboxDatabase {
  private static final int FIRST = 1;

  /** A start takes half a second, on a machine that has nothing else to do. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

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
      data.close();
    }
  }

  /** Starts with the data of before. */
  public void comeUp() {
    try {
      postgres =
          EmbeddedPostgres.builder()
              .setPort(config.databasePort())
              .setDataDirectory(data.path().resolve("data"))
              .setCleanDataDirectory(false)
              .setPGStartupWait(PATIENCE)
              // Not in /tmp, where each port has one place for all.
              .setServerConfig("unix_socket_directories", data.path().toString())
              // Nothing has to outlive the machine, and a busy disk holds up no stop.
              .setServerConfig("fsync", "off")
              .setServerConfig("full_page_writes", "off")
              // It would stop PostgreSQL under the portal, which still has records to write.
              .setRegisterShutdownHook(false)
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
