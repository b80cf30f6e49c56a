package io.portico.mlflow.proxy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;

/**
 * What a response body begins with.
 *
 * @param whole whether nothing follows
 */
public record Beginning(byte[] bytes, boolean whole) {

  /** Reads at most that much, and leaves the rest. */
  static Future<Beginning> of(HttpClientResponse upstream, int limit, Vertx vertx) {
    Promise<Beginning> read = Promise.promise();
    Buffer body = Buffer.buffer();
    upstream.exceptionHandler(read::tryFail);
    upstream.endHandler(end -> read.tryComplete(new Beginning(body.getBytes(), true)));
    upstream.handler(
        chunk -> {
          int room = limit - body.length();
          if (chunk.length() > room) {
            body.appendBuffer(chunk, 0, room);
            read.tryComplete(new Beginning(body.getBytes(), false));
            Leftover.discard(upstream, vertx.getOrCreateContext());
          } else {
            body.appendBuffer(chunk);
          }
        });
    upstream.resume();
    return read.future();
  }
}
