package io.portico.sandbox.mlflow.seed;

import io.portico.sandbox.mlflow.tracking.Experiment;
import io.portico.sandbox.mlflow.tracking.Metric;
import io.portico.sandbox.mlflow.tracking.Run;
import io.portico.sandbox.mlflow.tracking.RunStatus;
import io.portico.sandbox.mlflow.tracking.TrackingStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

/** Turns made-up trials into runs. */
final class TrialRunner {
  private final TrackingStore store;
  // Seeded, so that every start tells the same story.
  private final Random chance = new Random(20_240_611);
  private final Instant now;

  TrialRunner(TrackingStore store) {
    this.store = store;
    this.now = store.clock().instant();
  }

  Run run(Experiment experiment, Trial trial) {
    Instant started = now.minus(trial.age());
    Run run = store.runs().create(experiment, trial.name(), trial.user(), started);
    trial.parameters().forEach(run::parameter);
    // Sorted, since the order decides which metric meets which chance.
    new TreeMap<>(trial.curves())
        .forEach((key, curve) -> measure(run, key, curve.with(chance), trial));
    run.tag("mlflow.user", trial.user());
    run.tag("mlflow.source.type", "JOB");
    run.tag("mlflow.source.name", "train.py");
    boolean over = trial.status() != RunStatus.RUNNING;
    run.update(trial.status(), over ? started.plus(trial.length()) : null);
    return run;
  }

  private static void measure(Run run, String key, IntToDoubleFunction curve, Trial trial) {
    Duration pause = trial.length().dividedBy(trial.steps());
    for (int step = 0; step < trial.steps(); step++) {
      long time = run.origin().started().plus(pause.multipliedBy(step)).toEpochMilli();
      run.measure(new Metric(key, curve.applyAsDouble(step), time, step));
    }
  }
}
