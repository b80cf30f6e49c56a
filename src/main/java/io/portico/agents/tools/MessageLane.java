package io.portico.agents.tools;

import io.portico.portal.ErrorPage;
import io.portico.portal.ErrorPages;
import io.portico.portal.PortalLane;
import io.portico.portal.Problem;
import io.portico.tokens.BearerHeader;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Takes messages for the tools in before a thread is given to them: whoever sends slowly, without a
 * token or without end keeps nobody else from coming in.
 */
@ApplicationScoped
class MessageLane {
  /** Room for a part's 64 KiB however they are escaped. */
  static final int MAX_BYTES = 512 * 1024;

  private static final long MAX_MILLIS = 10_000;
  private static final long READ_ON_MILLIS = 2_000;
  private static final String MESSAGE = MessageLane.class.getName();

  private final Vertx vertx;
  private final ErrorPages errors;

  MessageLane(Vertx vertx, ErrorPages errors) {
    this.vertx = vertx;
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
    HttpServerRequest request = context.request();
    Buffer message = Buffer.buffer();
    long timer = vertx.setTimer(MAX_MILLIS, late -> request.connection().close());
    request.exceptionHandler(gone -> vertx.cancelTimer(timer));
    request.endHandler(
        end -> {
          vertx.cancelTimer(timer);
          context.put(MESSAGE, message.getBytes());
          context.next();
        });
    request.handler(
        chunk -> {
          message.appendBuffer(chunk);
          if (message.length() > MAX_BYTES) {
            vertx.cancelTimer(timer);
            refuse(context, Problem.MESSAGE_TOO_LARGE);
          }
        });
    // RFC 9110, 10.1.1.
    if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
      context.response().writeContinue();
    }
    request.resume();
  }

  /** What still comes is not read. */
  private void refuse(RoutingContext context, Problem problem) {
    HttpServerRequest request = context.request();
    request.handler(null);
    request.endHandler(null);
    if (!request.isEnded()) {
      context.response().putHeader("Connection", "close");
      context.addEndHandler(
          told -> vertx.setTimer(READ_ON_MILLIS, late -> request.connection().close()));
      request.resume();
    }
    errors.write(context, ErrorPage.of(problem));
  }
}
