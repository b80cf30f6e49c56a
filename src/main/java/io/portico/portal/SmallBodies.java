package io.portico.portal;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Takes small bodies in before a thread is given to their requests: whoever sends slowly or without
 * end keeps nobody else from coming in.
 */
@ApplicationScoped
public class SmallBodies {
  private static final long MAX_MILLIS = 10_000;
  private static final long READ_ON_MILLIS = 2_000;

  private final Vertx vertx;

  SmallBodies(Vertx vertx) {
    this.vertx = vertx;
  }

  /**
   * The whole body of a request that nobody has begun to read; never, if it does not come in time.
   *
   * @return fails if it is larger; what still comes has to be {@linkplain #leave left} then
   */
  public Future<Buffer> take(RoutingContext context, int maxBytes) {
    HttpServerRequest request = context.request();
    Promise<Buffer> whole = Promise.promise();
    Buffer body = Buffer.buffer();
    long timer = vertx.setTimer(MAX_MILLIS, late -> request.connection().close());
    request.exceptionHandler(gone -> vertx.cancelTimer(timer));
    request.endHandler(
        end -> {
          vertx.cancelTimer(timer);
          whole.tryComplete(body);
        });
    request.handler(
        chunk -> {
          body.appendBuffer(chunk);
          if (body.length() > maxBytes) {
            vertx.cancelTimer(timer);
            whole.tryFail("more than " + maxBytes + " bytes");
          }
        });
    // RFC 9110, 10.1.1.
    if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
      context.response().writeContinue();
    }
    request.resume();
    return whole.future();
  }

  /** Before an answer to a request whose body is not wanted: what still comes is not read. */
  public void leave(RoutingContext context) {
    HttpServerRequest request = context.request();
    request.handler(null);
    request.endHandler(null);
    if (!request.isEnded()) {
      context.response().putHeader("Connection", "close");
      context.addEndHandler(
          told -> vertx.setTimer(READ_ON_MILLIS, late -> request.connection().close()));
      request.resume();
    }
  }
}
