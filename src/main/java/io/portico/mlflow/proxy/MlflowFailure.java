package io.portico.mlflow.proxy;

/** MLflow's answer, or ours in its place, was an error. The message is for whoever asked. */
public final class MlflowFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  MlflowFailure(int status, String message, Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  static MlflowFailure of(Refusal refusal) {
    return new MlflowFailure(refusal.status(), refusal.getMessage(), refusal.getCause());
  }

  /** As an HTTP status. */
  public int status() {
    return status;
  }

  /** Whether the same may be answered in a moment: too much is under way. */
  public boolean isBusy() {
    return status == 429 || status == 503;
  }

  /** Whether the request was at fault, not MLflow or the way there. */
  public boolean isAskersFault() {
    return status < 500;
  }
}
