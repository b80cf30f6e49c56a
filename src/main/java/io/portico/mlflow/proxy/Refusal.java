package io.portico.mlflow.proxy;

import io.portico.mlflow.AccessLevel;
import java.util.Map;
import java.util.Optional;

/**
 * A request that is not, or not fully, served, and why: the status, MLflow's error code and a
 * sentence for the person who reads it. Travels as the failure of a future.
 *
 * @see <a href="https://mlflow.org/docs/latest/rest-api.html">MLflow's REST API, error codes</a>
 */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient Map<String, String> headers;

  Refusal(int status, String code, String message) {
    this(status, code, message, null);
  }

  private Refusal(int status, String code, String message, Throwable cause) {
    this(status, code, message, cause, Map.of());
  }

  private Refusal(
      int status, String code, String message, Throwable cause, Map<String, String> headers) {
    // No stack trace: this is an answer, not an accident.
    super(message, cause, false, false);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  /** What the answer says besides. */
  Map<String, String> headers() {
    return headers;
  }

  /** What went wrong on our side or upstream; a refusal without a cause is the client's doing. */
  Optional<Throwable> cause() {
    return Optional.ofNullable(getCause());
  }

  static Refusal badTarget(String why) {
    return new Refusal(400, "BAD_REQUEST", why);
  }

  static Refusal notFound() {
    return new Refusal(404, "RESOURCE_DOES_NOT_EXIST", "There is nothing here for you.");
  }

  static Refusal sessionEnded() {
    return new Refusal(
        401, "UNAUTHENTICATED", "Your session has ended. Reload the portal's page to sign in.");
  }

  /**
   * No bearer token, or none that opens anything (RFC 6750, 3).
   *
   * @param error the parameter {@code error} of the challenge; none where no token was sent
   */
  static Refusal unauthenticated(String message, Optional<String> error) {
    return new Refusal(
        401,
        "UNAUTHENTICATED",
        message,
        null,
        Map.of(
            "WWW-Authenticate",
            "Bearer realm=\"portico\"" + error.map(e -> ", error=\"" + e + "\"").orElse("")));
  }

  static Refusal tokensUnverified(Throwable cause) {
    return new Refusal(
        503,
        "TEMPORARILY_UNAVAILABLE",
        "Tokens cannot be verified at the moment. Try again in a minute.",
        cause,
        Map.of("Retry-After", "30"));
  }

  static Refusal tooManyRequests(long seconds) {
    return new Refusal(
        429,
        "REQUEST_LIMIT_EXCEEDED",
        "Too many requests. Go on in %d seconds.".formatted(seconds),
        null,
        Map.of("Retry-After", Long.toString(seconds)));
  }

  static Refusal serverBusy() {
    return new Refusal(
        503,
        "TEMPORARILY_UNAVAILABLE",
        "Too many requests to this tracking server are under way. Try again in a moment.",
        null,
        Map.of("Retry-After", "1"));
  }

  static Refusal foreignOrigin() {
    return new Refusal(
        403, "PERMISSION_DENIED", "This request came from another site and was not sent.");
  }

  static Refusal notServed() {
    return new Refusal(
        403,
        "PERMISSION_DENIED",
        "This part of MLflow is not available through the portal. If you need it, tell the people who run the portal.");
  }

  static Refusal levelTooLow(String server, AccessLevel held, AccessLevel needed, String contact) {
    return new Refusal(
        403,
        "PERMISSION_DENIED",
        "You are a %s of %s, and this takes a %s. Ask for access: %s."
            .formatted(held.label(), server, needed.label(), contact));
  }

  static Refusal unexpectedType() {
    return new Refusal(415, "BAD_REQUEST", "Send this request as application/json.");
  }

  static Refusal bodyTooLarge(long limit) {
    return new Refusal(
        413, "BAD_REQUEST", "The body is larger than the %d bytes allowed.".formatted(limit));
  }

  static Refusal spoolFull() {
    return new Refusal(
        503, "TEMPORARILY_UNAVAILABLE", "Too many uploads are under way. Try again in a minute.");
  }

  static Refusal unreachable(Throwable cause) {
    return new Refusal(
        502,
        "TEMPORARILY_UNAVAILABLE",
        "The tracking server cannot be reached. If it is starting, try again in a minute; if it is"
            + " stopped, its managers can start it in the portal.",
        cause);
  }

  static Refusal silent(Throwable cause) {
    return new Refusal(
        504,
        "TEMPORARILY_UNAVAILABLE",
        "The tracking server did not answer in time. Try again, or ask for less at once.",
        cause);
  }

  static Refusal noCredentials(Throwable cause) {
    return new Refusal(
        502,
        "INTERNAL_ERROR",
        "The portal has no access to this tracking server. Tell the people who run the portal.",
        cause);
  }

  static Refusal upstreamRefused(Throwable cause) {
    return new Refusal(
        502,
        "INTERNAL_ERROR",
        "AWS refused the portal's request. Tell the people who run the portal.",
        cause);
  }

  static Refusal badAnswer(Throwable cause) {
    return new Refusal(
        502,
        "INTERNAL_ERROR",
        "The tracking server's answer cannot be passed on. Tell the people who run the portal.",
        cause);
  }
}
