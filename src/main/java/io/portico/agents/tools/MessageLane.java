package io.portico.agents.tools;

import io.portico.portal.ErrorPage;
import io.portico.portal.ErrorPages;
import io.portico.portal.PortalLane;
import io.portico.portal.Problem;
import io.portico.portal.SmallBodies;
import io.portico.tokens.BearerHeader;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Takes messages for the tools in before a thread is given to them, and none without a token. */
@ApplicationScoped
class MessageLane {
  /** Room for a part's 64 KiB however they are escaped. */
  static final int MAX_BYTES = 512 * 1024;

  private static final String MESSAGE = MessageLane.class.getName();

  private final SmallBodies bodies;
  private final ErrorPages errors;

  MessageLane(SmallBodies bodies, ErrorPages errors) {
    this.bodies = bodies;
    this.errors = errors;
  }

  void register(@Observes Filters filters) {
    // Behind the door, which checks hosts and drops cookies.
    filters.register(this::handle, PortalLane.PRIORITY - 1);
  }

  /** The message of a request; empty if it has none. */
  static byte[] of(RoutingContext context) {
    byte[] message = context.get(MESSAGE);
    return message == null ? new byte[0] : message;
  }

  private void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!isForTools(request.path())) {
      context.next();
    } else if (request.method() != HttpMethod.POST) {
      context.response().putHeader("Allow", "POST");
      errors.write(context, ErrorPage.of(Problem.METHOD_NOT_ALLOWED, "Messages are sent by POST."));
    } else if (BearerHeader.of(request.headers()).isEmpty()) {
      refuse(context, Problem.UNAUTHENTICATED);
    } else {
      collect(context);
    }
  }

  private static boolean isForTools(String path) {
    return path.equals("/mcp") || path.equals("/mcp/") || path.startsWith("/api/tools/");
  }

  private void collect(RoutingContext context) {
    bodies
        .take(context, MAX_BYTES)
        .onFailure(tooLarge -> refuse(context, Problem.MESSAGE_TOO_LARGE))
        .onSuccess(
            message -> {
              context.put(MESSAGE, message.getBytes());
              context.next();
            });
  }

  private void refuse(RoutingContext context, Problem problem) {
    bodies.leave(context);
    errors.write(context, ErrorPage.of(problem));
  }
}
