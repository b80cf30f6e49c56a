package io.portico.audit;

import java.time.Instant;

/** Activities to record in tests. */
final class Activities {
  static final Instant NOON = Instant.parse("2026-05-04T12:00:00.000001Z");

  private Activities() {}

  /** Told from others by its detail. */
  static Activity activity(String detail) {
    return by(new Actor("s-1", "Sam", "session"), NOON, "mlflow/churn", detail);
  }

  static Activity by(Actor actor, Instant at, String resource, String detail) {
    return new Activity(
        at, actor, Activity.Action.WRITE, resource, detail, Activity.Result.DONE, "R1");
  }
}
