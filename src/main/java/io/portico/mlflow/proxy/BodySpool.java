package io.portico.mlflow.proxy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.Pipe;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Receives request bodies whole before they are sent on: SigV4 wants the hash first, and MLflow's
 * default server loses bodies without a Content-Length. Small ones stay in memory, others go to
 * files within one quota for all.
 */
@Singleton
public class BodySpool {
  private final Vertx vertx;
  private final ProxyConfig config;
  private final AtomicLong spooled = new AtomicLong();

  BodySpool(Vertx vertx, ProxyConfig config) {
    this.vertx = vertx;
    this.config = config;
  }

  /**
   * Reads a request to its end. Fails with {@link Refusal} when the body is too large or the quota
   * is used up, and with the connection's own error when the client goes away.
   */
  Future<Body> receive(HttpServerRequest request) {
    long declared = declaredLength(request);
    if (declared == 0) {
      request.resume();
      return Future.succeededFuture(Body.EMPTY);
    }
    if (declared > config.maxBody().asLongValue()) {
      return Future.failedFuture(Refusal.bodyTooLarge(config.maxBody().asLongValue()));
    }
    continueIfExpected(request);
    return declared > 0 && declared <= config.maxBodyInMemory().asLongValue()
        ? inMemory(request)
        : inFile(request);
  }

  /** Bytes that wait in files now. */
  long spooledBytes() {
    return spooled.get();
  }

  /** Minus one when it is not told ahead. */
  private static long declaredLength(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length != null) {
      return Long.parseLong(length);
    }
    return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) ? -1 : 0;
  }

  private static void continueIfExpected(HttpServerRequest request) {
    if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      request.response().writeContinue();
    }
  }

  private static Future<Body> inMemory(HttpServerRequest request) {
    Future<Body> body =
        request
            .body()
            .map(
                bytes -> {
                  PayloadHash hash = new PayloadHash();
                  hash.update(bytes);
                  return new Body.InMemory(bytes, hash.hex());
                });
    request.resume();
    return body;
  }

  private Future<Body> inFile(HttpServerRequest request) {
    // Before the file is open, or a client that leaves meanwhile would leave unnoticed.
    Pipe<Buffer> arriving = request.pipe();
    return vertx
        .fileSystem()
        .open(newFile(), new OpenOptions().setCreateNew(true).setDeleteOnClose(true).setRead(true))
        .onFailure(notOpen -> arriving.close())
        .compose(
            file -> {
              SpoolFile spool = new SpoolFile(file, spooled, config);
              return arriving
                  .endOnComplete(false)
                  .to(spool)
                  .compose(received -> spool.written())
                  .<Body>map(written -> spool.body())
                  .onFailure(gone -> spool.discard());
            });
  }

  private String newFile() {
    Path directory =
        config.spoolDirectory().orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
    return directory.resolve("portico-" + UUID.randomUUID() + ".body").toString();
  }
}
