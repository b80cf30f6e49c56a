package io.portico.mlflow.proxy;

import io.portico.audit.Reference;
import io.portico.portal.Portal;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Answers requests that failed: a page in the frame, MLflow's JSON for its scripts and clients. */
@Singleton
public class LaneErrors {
  private static final Logger LOG = Logger.getLogger(LaneErrors.class);

  private static final long LONGEST_READ_MS = 2_000;

  private final Vertx vertx;
  private final Portal portal;

  LaneErrors(Vertx vertx, Portal portal) {
    this.vertx = vertx;
    this.portal = portal;
  }

  void answer(Lane lane, RoutingContext context, Throwable failure) {
    HttpServerRequest request = context.request();
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed() || isClientGone(failure)) {
      return;
    }
    if (response.headWritten()) {
      response.reset();
      return;
    }
    Refusal refusal =
        failure instanceof Refusal expected
            ? expected
            : new Refusal(500, "INTERNAL_ERROR", "Something went wrong on the portal's side.");
    Optional<String> reference =
        refusal.status() >= 500 ? Optional.of(log(context, refusal, failure)) : Optional.empty();
    write(lane, request, refusal, reference);
  }

  /** Nobody is there to answer, and nothing went wrong on our side. */
  private static boolean isClientGone(Throwable failure) {
    return failure instanceof HttpClosedException
        || failure instanceof SocketException
        || failure instanceof ClosedChannelException;
  }

  private static String log(RoutingContext context, Refusal refusal, Throwable failure) {
    HttpServerRequest request = context.request();
    String reference = Reference.of(context);
    Throwable cause = refusal.cause().orElse(failure instanceof Refusal ? null : failure);
    LOG.logf(
        // Without a cause nothing broke: it is busy, here or there.
        cause == null ? Logger.Level.WARN : Logger.Level.ERROR,
        cause,
        "%s %s answered %d, reference %s: %s",
        request.method(),
        loggable(request.path()),
        refusal.status(),
        reference,
        refusal.getMessage());
    return reference;
  }

  private static String loggable(String path) {
    return path == null ? "" : path.replaceAll("[^\\x21-\\x7E]", "?");
  }

  private void write(
      Lane lane, HttpServerRequest request, Refusal refusal, Optional<String> reference) {
    boolean page = lane.isForBrowsers() && isNavigation(request);
    HttpServerResponse response = request.response();
    String retryAfter = response.headers().get("Retry-After");
    response.headers().clear();
    if (retryAfter != null) {
      response.putHeader("Retry-After", retryAfter);
    }
    refusal.headers().forEach(response::putHeader);
    lane.protect(response.headers(), "-", page ? Content.SHELL : Content.API);
    response
        .setStatusCode(refusal.status())
        .putHeader("Content-Type", page ? "text/html;charset=UTF-8" : "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(page ? page(request, refusal, reference) : json(refusal, reference));
    readOn(request);
  }

  /**
   * A client reads the answer only after what it is sending; what it sends is thrown away, for a
   * short time.
   */
  private void readOn(HttpServerRequest request) {
    if (!request.isEnded()) {
      request.resume();
      vertx.setTimer(
          LONGEST_READ_MS,
          timer -> {
            if (!request.isEnded()) {
              request.connection().close();
            }
          });
    }
  }

  private static boolean isNavigation(HttpServerRequest request) {
    String mode = request.getHeader("Sec-Fetch-Mode");
    return mode != null && mode.equals("navigate");
  }

  private static String json(Refusal refusal, Optional<String> reference) {
    return new JsonObject()
        .put("error_code", refusal.code())
        .put(
            "message",
            refusal.getMessage() + reference.map(r -> " Reference: " + r + ".").orElse(""))
        .encode();
  }

  private String page(HttpServerRequest request, Refusal refusal, Optional<String> reference) {
    return FrameTemplates.message(
            new FrameMessage(refusal.getMessage(), refusal.status(), reference, portal.origin()))
        .render();
  }
}
