package io.portico.portal;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * What a replica that stops tells its clients while load balancers come to know it: to send the
 * next request by another connection. On one that is kept it would be refused.
 */
@Singleton
public class Farewell {
  private volatile boolean stopping;

  void begin(@Observes ShutdownDelayInitiatedEvent stop) {
    stopping = true;
  }

  void register(@Observes Filters filters) {
    filters.register(this::say, PortalLane.PRIORITY + 2);
  }

  private void say(RoutingContext context) {
    context.addHeadersEndHandler(
        end -> {
          if (stopping) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
          }
        });
    context.next();
  }
}
