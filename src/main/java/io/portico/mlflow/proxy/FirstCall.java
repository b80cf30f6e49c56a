package io.portico.mlflow.proxy;

import io.portico.audit.Actor;
import io.portico.mlflow.AccessLevel;
import io.portico.mlflow.ServerAccess;
import io.portico.mlflow.TrackingServer;
import io.portico.mlflow.TrackingServers;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.json.JsonObject;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * One signed call to a tracking server before the first person's: credentials, TLS and signing are
 * slow for the first time. Quarkus opens its ports after the start-up events, so no replica is
 * ready before; keys of the identity provider and the database are reached by then, too.
 *
 * <p>What is out of reach is told and left for later: all replicas at once must not stay away for
 * one neighbour.
 */
@Singleton
public class FirstCall {
  private static final Logger LOG = Logger.getLogger(FirstCall.class);
  private static final int LAST = Integer.MAX_VALUE;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** As AWS sees it. */
  private static final Actor PORTAL = new Actor("portico", "Portico", "start");

  private static final JsonObject ONE = new JsonObject().put("max_results", 1);

  private final TrackingServers servers;
  private final MlflowApi api;
  private final Duration patience;

  @Inject
  FirstCall(TrackingServers servers, MlflowApi api) {
    this(servers, api, PATIENCE);
  }

  FirstCall(TrackingServers servers, MlflowApi api, Duration patience) {
    this.servers = servers;
    this.api = api;
    this.patience = patience;
  }

  void start(@Observes @Priority(LAST) StartupEvent start) {
    servers.all().stream().findFirst().ifPresent(this::call);
  }

  /** Blocks until there is an answer, or none within the patience. */
  void call(TrackingServer server) {
    MlflowReader reader =
        new MlflowReader(api, PORTAL, new ServerAccess(server, lowestWithRole(server)));
    CompletableFuture.runAsync(() -> reader.post("experiments/search", ONE))
        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(failure -> warn(server, failure))
        .join();
  }

  /** Somebody without a role of their own has the portal's credentials. */
  private static AccessLevel lowestWithRole(TrackingServer server) {
    return Stream.of(AccessLevel.values())
        .filter(level -> server.roleFor(level).isPresent())
        .findFirst()
        .orElse(AccessLevel.VIEWER);
  }

  private static Void warn(TrackingServer server, Throwable failure) {
    LOG.warnf(failure, "The first call to %s had no good answer", server.resource());
    return null;
  }
}
