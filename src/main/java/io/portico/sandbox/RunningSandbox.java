package io.portico.sandbox;

import io.portico.sandbox.endpoint.SandboxAccount;
import io.portico.sandbox.endpoint.SignedEndpoint;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The sandbox while it runs, usable without CDI.
 *
 * @param account the imagined AWS account
 * @param endpoint what speaks AWS's protocols for it
 * @param mlflow what stands behind the endpoint
 */
record RunningSandbox(SandboxAccount account, SignedEndpoint endpoint, MlflowSource mlflow)
    implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(RunningSandbox.class);

  /**
   * Starts MLflow, then the endpoint in front of it.
   *
   * @param searchPath where to look for the command {@code mlflow}
   * @throws IllegalStateException when the port cannot be had; nothing is left running
   */
  static RunningSandbox start(Vertx vertx, SandboxConfig config, String searchPath, Clock clock) {
    MlflowSource mlflow = mlflow(vertx, config, searchPath);
    SandboxAccount account =
        new SandboxAccount(clock, config.transition(), mlflow::uri, config.quotas());
    try {
      SignedEndpoint endpoint = SignedEndpoint.start(vertx, config.port(), account);
      LOG.infof(
          "The AWS sandbox listens on %s (region %s); behind it: %s",
          endpoint.uri(), SandboxAccount.REGION, mlflow.description());
      return new RunningSandbox(account, endpoint, mlflow);
    } catch (IllegalStateException e) {
      mlflow.close();
      throw new IllegalStateException(
          "The AWS sandbox cannot have port %d on 127.0.0.1: set portico.sandbox.port to a free one, or to 0 for any"
              .formatted(config.port()),
          e);
    }
  }

  private static MlflowSource mlflow(Vertx vertx, SandboxConfig config, String searchPath) {
    Optional<MlflowSource> given = config.mlflowUrl().map(GivenMlflow::new);
    return given
        .or(
            () ->
                config.mlflowCommand()
                    ? MlflowProcess.start(searchPath, config.mlflowPatience())
                    : Optional.empty())
        .orElseGet(() -> new DemoServers(vertx));
  }

  @Override
  public void close() {
    endpoint.close();
    mlflow.close();
  }
}
