package io.portico.sandbox.mlflow.tracking;

import java.util.EnumSet;
import java.util.Set;

/** Which life cycle stages a search shows. */
public enum ViewType {
  /** What is in use. */
  ACTIVE_ONLY(EnumSet.of(LifecycleStage.ACTIVE)),
  /** What was deleted. */
  DELETED_ONLY(EnumSet.of(LifecycleStage.DELETED)),
  /** Both. */
  ALL(EnumSet.allOf(LifecycleStage.class));

  private final Set<LifecycleStage> stages;

  ViewType(Set<LifecycleStage> stages) {
    this.stages = stages;
  }

  /** Whether it shows that stage. */
  public boolean shows(LifecycleStage stage) {
    return stages.contains(stage);
  }
}
