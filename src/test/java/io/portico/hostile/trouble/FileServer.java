package io.portico.hostile.trouble;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A tracking server that has files of every length, takes every upload, and knows nothing else. */
final class FileServer implements AutoCloseable {
  private static final Pattern FILE = Pattern.compile(".*/(sized|chunked)-(\\d+)\\.bin");
  private static final Buffer PATTERN = Buffer.buffer(random(64 * 1024));

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger received = new AtomicInteger();
  private final HttpServer server =
      vertx
          .createHttpServer()
          .requestHandler(this::answer)
          .listen(0, "127.0.0.1")
          .toCompletionStage()
          .toCompletableFuture()
          .join();

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(42).nextBytes(bytes);
    return bytes;
  }

  int port() {
    return server.actualPort();
  }

  /** Requests that came to their end. */
  int received() {
    return received.get();
  }

  /** The SHA-256 of a file of that length. */
  static String sha256(long length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (long left = length; left > 0; left -= PATTERN.length()) {
        digest.update(PATTERN.getBytes(0, (int) Math.min(left, PATTERN.length())));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(HttpServerRequest request) {
    request.exceptionHandler(gone -> {});
    request.response().exceptionHandler(gone -> {});
    request.endHandler(
        end -> {
          received.incrementAndGet();
          Matcher file = FILE.matcher(request.path());
          if (request.method() == HttpMethod.GET && file.matches()) {
            send(request.response(), file.toMatchResult());
          } else {
            request.response().putHeader("Content-Type", "application/json").end("{}");
          }
        });
  }

  private static void send(HttpServerResponse response, MatchResult file) {
    if (file.group(1).equals("sized")) {
      response.putHeader("Content-Length", file.group(2));
    } else {
      response.setChunked(true);
    }
    response.putHeader("Content-Type", "application/octet-stream");
    fill(response, Long.parseLong(file.group(2)));
  }

  private static void fill(HttpServerResponse response, long length) {
    long left = length;
    while (left > 0 && !response.writeQueueFull() && !response.closed()) {
      int size = (int) Math.min(left, PATTERN.length());
      response.write(PATTERN.slice(0, size));
      left -= size;
    }
    long rest = left;
    if (rest > 0) {
      response.drainHandler(drained -> fill(response, rest));
    } else {
      response.end();
    }
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
