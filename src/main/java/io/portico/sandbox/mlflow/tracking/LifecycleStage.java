package io.portico.sandbox.mlflow.tracking;

import java.util.Locale;

/** Whether an experiment or a run was deleted; it can be restored. */
public enum LifecycleStage {
  /** In use. */
  ACTIVE,
  /** Deleted, and kept. */
  DELETED;

  /** How the API spells it. */
  public String spelling() {
    return name().toLowerCase(Locale.ROOT);
  }
}
