package io.portico.sandbox.mlflow.tracking;

/** How far a run has come. */
public enum RunStatus {
  /** It works. */
  RUNNING,
  /** It waits for its turn. */
  SCHEDULED,
  /** It ended well. */
  FINISHED,
  /** It ended badly. */
  FAILED,
  /** Somebody ended it. */
  KILLED
}
