package io.portico.mlflow.proxy;

import io.vertx.core.Context;
import io.vertx.core.http.HttpClientResponse;
import java.util.concurrent.atomic.AtomicBoolean;

/** What is left of an upstream's response when nobody wants the rest. */
final class Leftover {
  private Leftover() {}

  /**
   * Reads what has already arrived, and resets the exchange only if more is to come. A response
   * that has arrived whole has given its connection back to the pool: a reset then would close it
   * under the next exchange.
   */
  static void discard(HttpClientResponse response, Context context) {
    AtomicBoolean ended = new AtomicBoolean();
    try {
      response.exceptionHandler(broken -> ended.set(true));
    } catch (IllegalStateException over) {
      // So says Vert.x of one that has ended, or has broken off.
      return;
    }
    response.endHandler(end -> ended.set(true));
    response.handler(chunk -> {});
    response.resume();
    context.runOnContext(
        later -> {
          if (!ended.get()) {
            response.request().reset();
          }
        });
  }
}
