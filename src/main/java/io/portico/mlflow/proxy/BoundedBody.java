package io.portico.mlflow.proxy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;

/** A response body that has to be looked at as a whole, and so must be small. */
final class BoundedBody {
  private BoundedBody() {}

  /** Fails when there are more than {@code limit} bytes, or when the upstream breaks off. */
  static Future<Buffer> of(HttpClientResponse upstream, int limit, Vertx vertx) {
    Promise<Buffer> whole = Promise.promise();
    Buffer body = Buffer.buffer();
    upstream.exceptionHandler(whole::tryFail);
    upstream.endHandler(end -> whole.tryComplete(body));
    upstream.handler(
        chunk -> {
          if (body.length() + chunk.length() > limit) {
            whole.tryFail(new IllegalStateException("A body of more than " + limit + " bytes"));
            Leftover.discard(upstream, vertx.getOrCreateContext());
          } else {
            body.appendBuffer(chunk);
          }
        });
    upstream.resume();
    return whole.future();
  }
}
