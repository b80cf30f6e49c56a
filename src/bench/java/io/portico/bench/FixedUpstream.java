package io.portico.bench;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A tracking server that does nothing but answer, always the same. */
final class FixedUpstream implements AutoCloseable {
  private static final int PORT = 8470;
  private static final int CHUNK = 256 * 1024;
  private static final int PAUSE_MS = 1_000;

  private final Vertx vertx = Vertx.vertx();
  private final Map<String, Handler<HttpServerRequest>> answers;

  FixedUpstream() {
    answers =
        Arrays.stream(Call.values())
            .collect(
                Collectors.toMap(
                    Call::path, (Function<Call, Handler<HttpServerRequest>>) this::answer));
    vertx
        .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(PORT))
        .requestHandler(
            request ->
                answers
                    .getOrDefault(
                        request.path(), other -> other.response().setStatusCode(404).end())
                    .handle(request))
        .listen()
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + PORT);
  }

  private Handler<HttpServerRequest> answer(Call call) {
    return switch (call) {
      case SMALL, MIDDLE, WRITE -> whole(call);
      case LARGE -> this::large;
      case SLOW -> this::slow;
    };
  }

  private static Handler<HttpServerRequest> whole(Call call) {
    Buffer json = Buffer.buffer("\"" + "x".repeat((int) call.length() - 2) + "\"");
    return request ->
        request.response().putHeader("Content-Type", "application/json").end(json.slice());
  }

  private static HttpServerResponse file(HttpServerRequest request, Call call) {
    return request
        .response()
        .putHeader("Content-Type", "application/octet-stream")
        .putHeader("Content-Length", Long.toString(call.length()));
  }

  private void large(HttpServerRequest request) {
    new Filling(file(request, Call.LARGE), Buffer.buffer(new byte[CHUNK])).handle(null);
  }

  /** Fills a response, as fast as it is read. */
  private static final class Filling implements Handler<Void> {
    private final HttpServerResponse response;
    private final Buffer chunk;
    private long left = Call.LARGE.length();

    private Filling(HttpServerResponse response, Buffer chunk) {
      this.response = response;
      this.chunk = chunk;
      response.exceptionHandler(gone -> {});
    }

    @Override
    public void handle(Void drained) {
      while (left > 0 && !response.writeQueueFull()) {
        left -= chunk.length();
        response.write(chunk.slice());
      }
      if (left > 0) {
        response.drainHandler(this);
      } else if (!response.ended()) {
        response.end();
      }
    }
  }

  private void slow(HttpServerRequest request) {
    Buffer half = Buffer.buffer(new byte[(int) Call.SLOW.length() / 2]);
    HttpServerResponse response = file(request, Call.SLOW);
    response.write(half);
    vertx.setTimer(PAUSE_MS, later -> response.end(half.slice()));
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
