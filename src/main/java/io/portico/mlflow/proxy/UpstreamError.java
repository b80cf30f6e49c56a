package io.portico.mlflow.proxy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/**
 * What becomes of an upstream's error: MLflow's own JSON goes on as it is; what AWS or a web server
 * in between wrote stays here, for it may name accounts and roles.
 */
final class UpstreamError {
  static final int MAX_BYTES = 64 * 1024;
  private static final int LOGGED_CHARS = 500;

  private UpstreamError() {}

  /** The body, if it is one that MLflow's clients read. */
  static Optional<JsonObject> asMlflow(Buffer body) {
    try {
      return Optional.of(new JsonObject(body))
          .filter(json -> json.getValue("error_code") instanceof String);
    } catch (DecodeException | ClassCastException notJson) {
      return Optional.empty();
    }
  }

  /** What to answer in place of a body that is not MLflow's. */
  static Refusal inPlaceOf(HttpClientResponse upstream, Buffer body) {
    int status = upstream.statusCode();
    Throwable cause =
        new IllegalStateException("Upstream answered " + status + ": " + excerpt(body));
    if (status == 429 || status == 503) {
      return new Refusal(
          status, "TEMPORARILY_UNAVAILABLE", "The tracking server is busy. Try again in a moment.");
    }
    if (upstream.headers().contains("x-amzn-errortype") || status == 401 || status == 403) {
      return Refusal.upstreamRefused(cause);
    }
    if (status == 404) {
      return Refusal.notFound();
    }
    return status >= 500
        ? Refusal.badAnswer(cause)
        : new Refusal(status, "BAD_REQUEST", "The tracking server refused this request.");
  }

  private static String excerpt(Buffer body) {
    String text = body.toString();
    return text.substring(0, Math.min(text.length(), LOGGED_CHARS)).replaceAll("\\p{Cntrl}", " ");
  }
}
