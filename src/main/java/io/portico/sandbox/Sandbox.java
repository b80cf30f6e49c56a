package io.portico.sandbox;

import io.portico.sandbox.endpoint.Journal;
import io.portico.sandbox.endpoint.SandboxAccount;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;

/** Runs the sandbox as long as the application runs, in every build but production's. */
@Singleton
@IfBuildProfile(anyOf = {"dev", "test", "demo"})
public class Sandbox {

  /** Before anything of the portal's may want to call AWS. */
  private static final int FIRST = 1;

  private final Vertx vertx;
  private final SandboxConfig config;
  private RunningSandbox running;

  @Inject
  Sandbox(Vertx vertx, SandboxConfig config) {
    this.vertx = vertx;
    this.config = config;
  }

  void start(@Observes @Priority(FIRST) StartupEvent event) {
    String searchPath = System.getenv().getOrDefault("PATH", "");
    running = RunningSandbox.start(vertx, config, searchPath, Clock.systemUTC());
    if (config.largeApi()) {
      running.account().apiGateway().addLargeApi();
    }
  }

  void stop(@Observes ShutdownEvent event) {
    if (running != null) {
      running.close();
    }
  }

  /** Where AWS's clients are to send their requests. */
  public URI uri() {
    return running.endpoint().uri();
  }

  /** What the endpoint received. */
  public Journal journal() {
    return running.endpoint().journal();
  }

  /** The imagined AWS account. */
  public SandboxAccount account() {
    return running.account();
  }
}
