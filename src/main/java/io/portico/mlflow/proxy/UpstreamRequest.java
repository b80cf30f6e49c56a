package io.portico.mlflow.proxy;

import io.portico.audit.Actor;
import io.portico.mlflow.ServerAccess;
import io.portico.mlflow.TrackingServer;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Map;

/**
 * A request for a tracking server, before it is signed.
 *
 * @param actor in whose name AWS sees it
 * @param access where it goes, and what the actor may do there
 * @param target as the tracking server sees it
 * @param headers what goes up besides those of the portal
 */
record UpstreamRequest(
    Actor actor,
    ServerAccess access,
    HttpMethod method,
    RequestTarget target,
    List<Map.Entry<String, String>> headers) {

  TrackingServer server() {
    return access.server();
  }
}
