package io.portico.sandbox.endpoint;

import io.portico.sandbox.sigv4.Sha256;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Stands for MLflow: remembers what arrives and answers with its own name. */
final class RecordingUpstream implements AutoCloseable {

  record Received(String method, String target, MultiMap headers, String sha256) {}

  final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private final String name;
  private final HttpServer server;

  RecordingUpstream(Vertx vertx, String name) {
    this.name = name;
    this.server =
        vertx
            .createHttpServer()
            .requestHandler(request -> request.body().onSuccess(body -> answer(request, body)))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.actualPort());
  }

  private void answer(HttpServerRequest request, Buffer body) {
    String sha256 = HexFormat.of().formatHex(Sha256.digest().digest(body.getBytes()));
    received.add(new Received(request.method().name(), request.uri(), request.headers(), sha256));
    HttpServerResponse response = request.response().putHeader("X-Upstream", name);
    switch (request.path()) {
      case "/aborted" ->
          response
              .putHeader("Content-Length", "1000")
              .write("only the beginning")
              .onComplete(written -> request.connection().close());
      case "/redirect" -> response.setStatusCode(302).putHeader("Location", "/elsewhere").end();
      case "/hop" ->
          response.putHeader("Connection", "X-Hop").putHeader("X-Hop", "1").end("hopped");
      default -> response.setStatusCode(201).setChunked(true).end(name + " answers");
    }
  }

  @Override
  public void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }
}
