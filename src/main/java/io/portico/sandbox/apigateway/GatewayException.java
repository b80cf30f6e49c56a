package io.portico.sandbox.apigateway;

import java.time.Duration;
import java.util.Optional;

/** A refusal that the client is told, in API Gateway's terms. */
public final class GatewayException extends RuntimeException {
  private final int status;
  private final String type;
  private final Optional<Duration> retryAfter;

  private GatewayException(int status, String type, String message, Optional<Duration> retryAfter) {
    super(message);
    this.status = status;
    this.type = type;
    this.retryAfter = retryAfter;
  }

  static GatewayException badRequest(String message) {
    return new GatewayException(400, "BadRequestException", message, Optional.empty());
  }

  /** A value outside of its enumeration: an exception that AWS's clients have no class for. */
  static GatewayException invalid(String message) {
    return new GatewayException(400, "ValidationException", message, Optional.empty());
  }

  static GatewayException notFound(String message) {
    return new GatewayException(404, "NotFoundException", message, Optional.empty());
  }

  static GatewayException conflict(String message) {
    return new GatewayException(409, "ConflictException", message, Optional.empty());
  }

  /** A quota of things that may exist; waiting does not help. */
  static GatewayException limitExceeded(String message) {
    return new GatewayException(429, "LimitExceededException", message, Optional.empty());
  }

  /** A quota of calls in a time; waiting helps. */
  static GatewayException tooManyRequests(Duration retryAfter) {
    return new GatewayException(
        429, "TooManyRequestsException", "Too Many Requests", Optional.of(retryAfter));
  }

  static GatewayException unknownOperation(String call) {
    return new GatewayException(
        404, "UnknownOperationException", "The sandbox has no " + call + ".", Optional.empty());
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** AWS's name for the error. */
  public String type() {
    return type;
  }

  /** How long to wait, when waiting helps. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
