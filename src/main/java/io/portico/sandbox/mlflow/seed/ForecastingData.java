package io.portico.sandbox.mlflow.seed;

import static io.portico.sandbox.mlflow.tracking.RunStatus.FAILED;
import static io.portico.sandbox.mlflow.tracking.RunStatus.FINISHED;

import io.portico.sandbox.mlflow.tracking.Experiment;
import io.portico.sandbox.mlflow.tracking.Run;
import io.portico.sandbox.mlflow.tracking.RunStatus;
import io.portico.sandbox.mlflow.tracking.TrackingStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How much will be sold next week: five ways to forecast it. */
final class ForecastingData {
  private final TrackingStore store;

  ForecastingData(TrackingStore store) {
    this.store = store;
  }

  void plant() {
    Experiment experiment =
        store
            .experiments()
            .create("Weekly demand", "", store.clock().instant().minus(Duration.ofDays(45)));
    experiment.tag("team", "supply-chain");
    experiment.tag("mlflow.note.content", "Demand per store and week, **13 weeks** ahead.");
    TrialRunner runner = new TrialRunner(store);
    DemoArtifacts artifacts = new DemoArtifacts(store.artifacts());
    for (Trial trial : trials()) {
      Run run = runner.run(experiment, trial);
      run.tag("horizon_weeks", "13");
      artifacts.addTo(run);
    }
  }

  private static List<Trial> trials() {
    return List.of(
        trial("seasonal-naive", "elif", 40, "none", 52, 0.241, FINISHED),
        trial("exponential-smoothing", "elif", 33, "additive", 52, 0.198, FINISHED),
        trial("trees-with-holidays", "farid", 19, "calendar", 104, 0.156, FINISHED),
        trial("temporal-network", "farid", 8, "learned", 156, 0.142, FAILED),
        trial("temporal-network-2", "farid", 1, "learned", 156, 0.137, FINISHED));
  }

  private static Trial trial(
      String name, String user, int days, String season, int weeks, double mape, RunStatus status) {
    return new Trial(
        name,
        user,
        Duration.ofDays(days).plusHours(3),
        Duration.ofMinutes(52),
        40,
        status,
        Map.of(
            "seasonality", season, "history_weeks", Integer.toString(weeks), "horizon_weeks", "13"),
        Map.of(
            "mape", new LearningCurve(0.52, mape, 8, 0.004),
            "rmse", new LearningCurve(412, mape * 980, 9, 3)));
  }
}
