package io.portico.sandbox.mlflow;

import io.portico.sandbox.mlflow.seed.DemoData;
import io.portico.sandbox.mlflow.tracking.TrackingStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.InstantSource;

/**
 * A small MLflow in memory, for when no real one is at hand. It speaks enough of the REST API for
 * MLflow's clients, brings its own page, and forgets everything when it is closed.
 */
public final class DemoMlflow implements AutoCloseable {
  private final Vertx vertx;
  private final TrackingStore store;
  private final String deployment;
  private final URI uri;

  private DemoMlflow(Vertx vertx, TrackingStore store, String deployment, URI uri) {
    this.vertx = vertx;
    this.store = store;
    this.deployment = deployment;
    this.uri = uri;
  }

  /**
   * Starts one on a free port of 127.0.0.1, and waits until it listens; so not to be called on an
   * event loop.
   *
   * @param seed what it holds at first: {@code churn}, {@code forecasting}, or else nothing
   */
  public static DemoMlflow start(Vertx vertx, String seed) {
    TrackingStore store = TrackingStore.open(InstantSource.system());
    try {
      DemoData.plant(seed, store);
      TrackingServer server = new TrackingServer(store);
      String deployment = await(vertx.deployVerticle(server));
      URI uri = URI.create("http://127.0.0.1:" + server.port());
      return new DemoMlflow(vertx, store, deployment, uri);
    } catch (RuntimeException failure) {
      store.close();
      throw failure;
    }
  }

  /** Where it listens, without a slash at the end. */
  public URI uri() {
    return uri;
  }

  /** Stops listening and removes what it kept on disk; a second time, nothing. */
  @Override
  public void close() {
    try {
      // When Vert.x went first, it took the deployment along.
      if (vertx.deploymentIDs().contains(deployment)) {
        await(vertx.undeploy(deployment));
      }
    } finally {
      store.close();
    }
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
