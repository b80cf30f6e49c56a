package io.portico.sandbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The sandbox of dev, test and demo; without effect in production. */
@ConfigMapping(prefix = "portico.sandbox")
public interface SandboxConfig {

  /** The port on 127.0.0.1 that speaks AWS's protocols; 0 takes any free one. */
  @WithDefault("8090")
  int port();

  /** The port of the packaged demo's identity provider. */
  @WithDefault("8092")
  int identityPort();

  /** The port of the sandbox's PostgreSQL on 127.0.0.1. */
  @WithDefault("8093")
  int databasePort();

  /** An MLflow that is running already, to stand behind every tracking server and App. */
  Optional<URI> mlflowUrl();

  /**
   * Without a URL: whether to run {@code mlflow server} when that command is on the PATH. It takes
   * some seconds at every start, live reload included, and forgets all at every stop.
   */
  @WithDefault("true")
  boolean mlflowCommand();

  /** How long {@code mlflow server} may take to answer before the demo data is taken instead. */
  @WithDefault("60S")
  Duration mlflowPatience();

  /** How long a tracking server takes to start or to stop; minutes with AWS, less here. */
  @WithDefault("5S")
  Duration transition();

  /** Whether there is a third REST API, {@code warehouse1}, with 300 resources and 2,000 parts. */
  @WithDefault("false")
  boolean largeApi();

  /** Whether API Gateway refuses calls beyond AWS's quotas. */
  @WithDefault("true")
  boolean quotas();
}
