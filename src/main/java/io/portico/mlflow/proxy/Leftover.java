package io.portico.mlflow.proxy;

import io.vertx.core.Context;
import io.vertx.core.http.HttpClientResponse;

/** What is left of an upstream's response when nobody wants the rest. */
final class Leftover {
  private Leftover() {}

  /**
   * Reads what has already arrived, and resets the exchange only if more is to come. A response
   * that has arrived whole has given its connection back to the pool: a reset then would close it
   * under the next exchange.
   */
  static void discard(HttpClientResponse response, Context context) {
    if (isOver(response)) {
      return;
    }
    response.endHandler(end -> {});
    response.handler(chunk -> {});
    // Not at once: a pipe that tells of a failed write pauses its source after that.
    context.runOnContext(
        then -> {
          response.resume();
          context.runOnContext(later -> resetUnlessOver(response));
        });
  }

  /** A pipe that fails takes away whatever handler could have told. */
  private static void resetUnlessOver(HttpClientResponse response) {
    if (!isOver(response)) {
      response.request().reset();
    }
  }

  /** Whether it has ended or broken off; Vert.x says so in an exception only. */
  private static boolean isOver(HttpClientResponse response) {
    try {
      response.exceptionHandler(broken -> {});
      return false;
    } catch (IllegalStateException over) {
      return true;
    }
  }
}
