package io.portico.testsupport;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** An upstream that writes down what it is sent, and misbehaves when a test tells it to. */
@Startup
@ApplicationScoped
public class EchoUpstream {

  /**
   * A request as it arrived.
   *
   * @param headers in their order, names as sent
   * @param sha256 of the body, in hexadecimal
   */
  public record Received(
      String method,
      String target,
      List<Map.Entry<String, String>> headers,
      long bodyLength,
      String sha256) {

    /** All values of a header. */
    public List<String> header(String name) {
      return headers.stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(Map.Entry::getValue)
          .toList();
    }
  }

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Vertx vertx;
  private final int port;
  private volatile Handler<HttpServerRequest> answer;
  private volatile Handler<HttpServerRequest> interruption;
  private HttpServer server;

  EchoUpstream(Vertx vertx, @ConfigProperty(name = "portico.test.echo-port") int port) {
    this.vertx = vertx;
    this.port = port;
  }

  @PostConstruct
  void start() {
    reset();
    server =
        vertx
            .createHttpServer()
            .requestHandler(this::receive)
            .listen(port, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  void stop(@Observes ShutdownEvent event) {
    server.close().toCompletionStage().toCompletableFuture().join();
  }

  /** Forgets everything and answers politely again. */
  public void reset() {
    received.clear();
    interruption = null;
    answerWith(
        request ->
            request
                .response()
                .putHeader("Content-Type", "application/json")
                .end(new JsonObject().put("echo", true).encode()));
  }

  /** What to do with every request once its body is there. */
  public void answerWith(Handler<HttpServerRequest> handler) {
    answer = handler;
  }

  /** What to do with every request as soon as its head is there; its body is not read. */
  public void interruptWith(Handler<HttpServerRequest> handler) {
    interruption = handler;
  }

  public List<Received> received() {
    return received;
  }

  /** The only request there was. */
  public Received only() {
    if (received.size() != 1) {
      throw new AssertionError("Not one request but " + received);
    }
    return received.get(0);
  }

  private void receive(HttpServerRequest request) {
    if (interruption != null) {
      interruption.handle(request);
      return;
    }
    MessageDigest digest = sha256();
    long[] length = {0};
    request.handler(
        chunk -> {
          digest.update(chunk.getBytes());
          length[0] += chunk.length();
        });
    request.endHandler(
        end -> {
          received.add(
              new Received(
                  request.method().name(),
                  request.uri(),
                  List.copyOf(request.headers().entries()),
                  length[0],
                  HexFormat.of().formatHex(digest.digest())));
          answer.handle(request);
        });
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
