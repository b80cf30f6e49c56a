package io.portico.sandbox.mlflow.tracking;

/** A refusal that the client is told, in MLflow's terms. */
public final class TrackingException extends RuntimeException {
  private final ErrorCode code;

  /** A refusal of that kind, with a message for people. */
  public TrackingException(ErrorCode code, String message) {
    super(message);
    this.code = code;
  }

  /** A refusal of a value in the request. */
  public static TrackingException invalid(String message) {
    return new TrackingException(ErrorCode.INVALID_PARAMETER_VALUE, message);
  }

  /** A refusal since nothing is called so. */
  public static TrackingException missing(String message) {
    return new TrackingException(ErrorCode.RESOURCE_DOES_NOT_EXIST, message);
  }

  /** A refusal since something is called so already. */
  public static TrackingException taken(String message) {
    return new TrackingException(ErrorCode.RESOURCE_ALREADY_EXISTS, message);
  }

  /** What went wrong. */
  public ErrorCode code() {
    return code;
  }
}
