package io.portico.apidocs;

import java.time.Duration;
import java.util.Optional;

/** API Gateway did not do what it was asked to. */
public final class ApiGatewayFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Kind {
    /** There is no such thing, or no more. */
    NOT_FOUND,
    /** Something is already there. */
    CONFLICT,
    /** It does not accept what was sent; its sentence says why. */
    REFUSED,
    /** A quota on how many there may be is reached; trying again does not help. */
    QUOTA,
    /** Too many calls for now, AWS's own limit or ours. */
    BUSY,
    /** The portal's role may not do this. */
    DENIED,
    /** It gives no answer. */
    AWAY
  }

  private final Kind kind;
  private final transient Optional<Duration> retryAfter;

  ApiGatewayFailure(Kind kind, String message, Optional<Duration> retryAfter, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  public Kind kind() {
    return kind;
  }

  /** When to try again, if it said so. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
