package io.portico.mlflow.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One connection, used by one exchange after the other. */
class LeftoverTest {
  private final Vertx vertx = Vertx.vertx();
  private final Context context = vertx.getOrCreateContext();
  private final CompletableFuture<HttpServerRequest> second = new CompletableFuture<>();
  private final CompletableFuture<Void> endlessLeft = new CompletableFuture<>();
  private HttpClient client;
  private int port;

  @BeforeEach
  void start() {
    port =
        await(() -> vertx.createHttpServer().requestHandler(this::answer).listen(0, "127.0.0.1"))
            .actualPort();
    client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(1));
  }

  @AfterEach
  void stop() {
    await(vertx::close);
  }

  private void answer(HttpServerRequest request) {
    switch (request.path()) {
      case "/whole" -> request.response().end(Buffer.buffer(new byte[10_000]));
      case "/endless" -> {
        request.response().setChunked(true).write("for ever");
        request.connection().closeHandler(gone -> endlessLeft.complete(null));
      }
      default -> second.complete(request);
    }
  }

  private <T> T await(Supplier<Future<T>> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    context.runOnContext(
        go ->
            work.get()
                .onComplete(
                    result -> {
                      if (result.succeeded()) {
                        done.complete(result.result());
                      } else {
                        done.completeExceptionally(result.cause());
                      }
                    }));
    return done.orTimeout(20, TimeUnit.SECONDS).join();
  }

  private Future<HttpClientResponse> get(String path) {
    return client
        .request(HttpMethod.GET, port, "127.0.0.1", path)
        .compose(HttpClientRequest::send)
        .map(HttpClientResponse::pause);
  }

  @Test
  void aResponseThatArrivedWholeIsDroppedWithoutHarmToTheNext() {
    HttpClientResponse whole = await(() -> get("/whole"));
    CompletableFuture<HttpClientResponse> next = new CompletableFuture<>();
    context.runOnContext(go -> get("/second").onSuccess(next::complete));
    // The server has it: the only connection was given back, though nobody has read the first yet.
    HttpServerRequest held = second.orTimeout(20, TimeUnit.SECONDS).join();
    held.response().setChunked(true).write("first half, ");
    HttpClientResponse following = next.orTimeout(20, TimeUnit.SECONDS).join();

    await(
        () -> {
          Leftover.discard(whole, context);
          // As a pipe does whose other end has gone.
          whole.handler(null).exceptionHandler(null).endHandler(null).pause();
          return Future.succeededFuture();
        });
    await(() -> vertx.timer(200, TimeUnit.MILLISECONDS));
    held.response().end("second half");
    Future<Buffer> body = following.body();
    following.resume();
    assertEquals("first half, second half", await(() -> body).toString());
  }

  @Test
  void aResponseThatIsStillComingIsBrokenOff() {
    HttpClientResponse endless = await(() -> get("/endless"));
    await(
        () -> {
          Leftover.discard(endless, context);
          return Future.succeededFuture();
        });
    endlessLeft.orTimeout(20, TimeUnit.SECONDS).join();
    assertTrue(endlessLeft.isDone());
  }
}
