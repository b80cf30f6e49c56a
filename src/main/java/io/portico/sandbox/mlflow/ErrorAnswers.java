package io.portico.sandbox.mlflow;

import io.portico.sandbox.mlflow.search.InvalidSearchException;
import io.portico.sandbox.mlflow.tracking.ErrorCode;
import io.portico.sandbox.mlflow.tracking.TrackingException;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

/** Writes every error in MLflow's shape. */
final class ErrorAnswers implements Handler<RoutingContext> {
  private static final Logger LOG = Logger.getLogger(ErrorAnswers.class);

  @Override
  public void handle(RoutingContext context) {
    if (context.response().closed()) {
      return;
    }
    if (context.response().headWritten()) {
      // Too late to say anything but that the answer is not whole.
      context.request().connection().close();
      return;
    }
    TrackingException error = error(context.statusCode(), context.failure());
    context
        .response()
        .setStatusCode(error.code().status())
        .putHeader("Content-Type", "application/json");
    context.end(
        new JsonObject()
            .put("error_code", error.code().name())
            .put("message", error.getMessage())
            .toBuffer());
  }

  private static TrackingException error(int status, Throwable failure) {
    if (failure instanceof TrackingException refusal) {
      return refusal;
    }
    if (failure instanceof InvalidSearchException search) {
      return TrackingException.invalid(search.getMessage());
    }
    return switch (status) {
      case 404, 405 ->
          new TrackingException(ErrorCode.ENDPOINT_NOT_FOUND, "There is nothing at this address");
      case 400 -> new TrackingException(ErrorCode.BAD_REQUEST, "The request is malformed");
      case 413 ->
          new TrackingException(ErrorCode.REQUEST_TOO_LARGE, "The body exceeds what a call takes");
      default -> internal(failure);
    };
  }

  private static TrackingException internal(Throwable failure) {
    LOG.error("The demo tracking server failed", failure);
    return new TrackingException(ErrorCode.INTERNAL_ERROR, "The demo tracking server failed");
  }
}
