package io.portico.sandbox.mlflow;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/**
 * What MLflow 3.5 and later do about browsers: only their own Host, no change from a foreign
 * Origin, no frame of another site. The CORS headers on reads are as liberal as MLflow's, so that a
 * proxy in front has something to drop.
 */
final class BrowserDefences implements Handler<RoutingContext> {
  private static final Set<String> ANY_HOST = Set.of("/health", "/version");
  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final Set<String> hosts;

  BrowserDefences(int port) {
    hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
  }

  @Override
  public void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    context.response().putHeader("X-Frame-Options", "SAMEORIGIN");
    String host = request.getHeader("Host");
    if (!ANY_HOST.contains(request.path()) && (host == null || !hosts.contains(host))) {
      refuse(context, "Invalid Host header: the demo tracking server answers to " + hosts);
    } else if (READING.contains(request.method())) {
      allowAnyReader(context.response());
      context.next();
    } else if (isForeign(request.getHeader("Origin"))) {
      refuse(context, "Cross-origin request blocked");
    } else {
      context.next();
    }
  }

  private boolean isForeign(String origin) {
    return origin != null && hosts.stream().noneMatch(host -> origin.equals("http://" + host));
  }

  private static void allowAnyReader(HttpServerResponse response) {
    response
        .putHeader("Access-Control-Allow-Origin", "*")
        .putHeader("Access-Control-Allow-Credentials", "true");
  }

  private static void refuse(RoutingContext context, String reason) {
    context.response().setStatusCode(403).putHeader("Content-Type", "text/plain").end(reason);
  }
}
