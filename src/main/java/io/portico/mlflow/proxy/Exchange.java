package io.portico.mlflow.proxy;

import io.portico.audit.Actor;
import io.portico.mlflow.AccessLevel;
import io.portico.mlflow.ServerAccess;
import io.portico.mlflow.TrackingServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * A request whose sender is known, on its way to MLflow.
 *
 * @param actor in whose name AWS sees it
 * @param level what the actor may do on the server
 * @param target as the tracking server sees it, the lane's prefix taken off
 */
record Exchange(
    RoutingContext context,
    Lane lane,
    Actor actor,
    TrackingServer server,
    AccessLevel level,
    RequestTarget target,
    Endpoint endpoint) {

  HttpServerRequest request() {
    return context.request();
  }

  /** What goes on to the tracking server. */
  UpstreamRequest upstreamRequest() {
    return new UpstreamRequest(
        actor,
        new ServerAccess(server, level),
        request().method(),
        target,
        RequestHeaders.of(request().headers(), endpoint.content()));
  }

  /** The lane's prefix, which redirects have to keep. */
  String prefix() {
    return lane.prefix(server);
  }

  /** For the audit trail; the query may hold what people search for, and stays out. */
  String description() {
    return request().method() + " " + target.path();
  }
}
