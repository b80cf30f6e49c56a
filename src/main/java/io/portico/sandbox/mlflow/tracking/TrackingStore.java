package io.portico.sandbox.mlflow.tracking;

import java.time.Duration;
import java.time.InstantSource;

/**
 * Everything a tracking server remembers.
 *
 * @param clock tells it the time
 * @param experiments its experiments
 * @param runs their runs
 * @param models its registered models
 * @param artifacts the files of the runs
 */
public record TrackingStore(
    InstantSource clock,
    Experiments experiments,
    Runs runs,
    ModelRegistry models,
    ArtifactStore artifacts)
    implements AutoCloseable {

  /** How old it claims to be: older than what a demo puts into it. */
  private static final Duration AGE = Duration.ofDays(90);

  /** A store that holds the Default experiment and nothing else. */
  public static TrackingStore open(InstantSource clock) {
    return new TrackingStore(
        clock,
        new Experiments(clock.instant().minus(AGE)),
        new Runs(),
        new ModelRegistry(),
        new ArtifactStore());
  }

  /** Deletes an experiment with its runs, or restores it with them. */
  public void move(Experiment experiment, LifecycleStage to) {
    experiment.move(to, clock.instant());
    runs.moveAll(experiment, to);
  }

  @Override
  public void close() {
    artifacts.close();
  }
}
