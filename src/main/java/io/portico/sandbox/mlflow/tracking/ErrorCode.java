package io.portico.sandbox.mlflow.tracking;

/** MLflow's names for what can go wrong, each with its HTTP status. */
public enum ErrorCode {
  /** The request says something it may not say. */
  INVALID_PARAMETER_VALUE(400),
  /** The body is not JSON. */
  BAD_REQUEST(400),
  /** The name is taken. */
  RESOURCE_ALREADY_EXISTS(400),
  /** Nothing has that id or name. */
  RESOURCE_DOES_NOT_EXIST(404),
  /** There is no such API. */
  ENDPOINT_NOT_FOUND(404),
  /** The body is larger than a request may be. */
  REQUEST_TOO_LARGE(413),
  /** The entity's life cycle forbids it now. */
  INVALID_STATE(500),
  /** A fault of the server. */
  INTERNAL_ERROR(500);

  private final int status;

  ErrorCode(int status) {
    this.status = status;
  }

  /** The HTTP status that goes with it. */
  public int status() {
    return status;
  }
}
