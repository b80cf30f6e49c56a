package io.portico.sandbox.mlflow.seed;

import static io.portico.sandbox.mlflow.tracking.RunStatus.FAILED;
import static io.portico.sandbox.mlflow.tracking.RunStatus.FINISHED;
import static io.portico.sandbox.mlflow.tracking.RunStatus.KILLED;
import static io.portico.sandbox.mlflow.tracking.RunStatus.RUNNING;

import io.portico.sandbox.mlflow.tracking.Experiment;
import io.portico.sandbox.mlflow.tracking.RegisteredModel;
import io.portico.sandbox.mlflow.tracking.Run;
import io.portico.sandbox.mlflow.tracking.RunStatus;
import io.portico.sandbox.mlflow.tracking.TrackingStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which customers will leave: boosted trees, a first neural network, and a model in use. */
final class ChurnData {
  private final TrackingStore store;
  private final TrialRunner runner;
  private final DemoArtifacts artifacts;

  ChurnData(TrackingStore store) {
    this.store = store;
    this.runner = new TrialRunner(store);
    this.artifacts = new DemoArtifacts(store.artifacts());
  }

  void plant() {
    List<Run> trees = boostedTrees();
    neuralNetworks();
    registerModel(trees);
  }

  private List<Run> boostedTrees() {
    Experiment experiment =
        experiment(
            "Customer churn",
            30,
            "Which customers leave within **90 days**? Boosted trees on the CRM snapshot.");
    List<Run> runs = new ArrayList<>();
    runs.add(runner.run(experiment, tree("baseline", "ana", 28, 0.30, 4, 0.811, FINISHED)));
    runs.add(runner.run(experiment, tree("deeper-trees", "ana", 26, 0.30, 8, 0.846, FINISHED)));
    runs.add(
        runner.run(experiment, tree("slow-and-steady", "bruno", 21, 0.05, 6, 0.872, FINISHED)));
    runs.add(runner.run(experiment, tree("too-eager", "bruno", 20, 0.90, 10, 0.702, FAILED)));
    runs.add(
        runner.run(experiment, tree("contract-features", "chiara", 14, 0.10, 6, 0.903, FINISHED)));
    runs.add(
        runner.run(experiment, tree("support-tickets", "chiara", 9, 0.10, 7, 0.917, FINISHED)));
    runs.add(runner.run(experiment, tree("all-features", "ana", 4, 0.08, 7, 0.921, KILLED)));
    runs.add(
        runner.run(experiment, tree("balanced-classes", "bruno", 2, 0.08, 7, 0.934, FINISHED)));
    runs.forEach(run -> describe(run, "gradient-boosting"));
    runs.get(7).tag("mlflow.note.content", "Weights the 6 % of leavers **5 : 1**. Best so far.");
    return runs;
  }

  private void neuralNetworks() {
    Experiment experiment =
        experiment(
            "Customer churn, neural network",
            12,
            "Does a small network on the sequence of events beat the trees?");
    List<Run> runs = new ArrayList<>();
    runs.add(runner.run(experiment, network("one-layer", "dmitri", 11, 32, 0.0, 0.842, FINISHED)));
    runs.add(runner.run(experiment, network("two-layers", "dmitri", 10, 64, 0.0, 0.869, FINISHED)));
    runs.add(
        runner.run(experiment, network("with-dropout", "dmitri", 7, 64, 0.3, 0.896, FINISHED)));
    runs.add(runner.run(experiment, network("wide", "ana", 3, 256, 0.3, 0.889, FINISHED)));
    runs.add(
        runner.run(experiment, network("longer-history", "dmitri", 0, 128, 0.2, 0.908, RUNNING)));
    runs.forEach(run -> describe(run, "neural-network"));
  }

  private Experiment experiment(String name, int days, String note) {
    Instant created = store.clock().instant().minus(Duration.ofDays(days));
    Experiment experiment = store.experiments().create(name, "", created);
    experiment.tag("team", "crm");
    experiment.tag("mlflow.note.content", note);
    return experiment;
  }

  private void describe(Run run, String family) {
    run.tag("family", family);
    run.tag("dataset", "crm-snapshot-2024-06");
    artifacts.addTo(run);
  }

  private void registerModel(List<Run> runs) {
    RegisteredModel model =
        store
            .models()
            .create(
                "churn-classifier",
                "Scores every customer each night; the retention team calls the top 500.",
                Map.of("owner", "crm"),
                store.clock().instant().minus(Duration.ofDays(20)));
    register(model, runs.get(2), "First version in production.");
    register(model, runs.get(5), "Knows about support tickets.");
    register(model, runs.get(7), "Balanced classes; waiting for its comparison on live data.");
    model.alias("champion", 2);
    model.alias("challenger", 3);
  }

  private static void register(RegisteredModel model, Run run, String note) {
    model.register(
        run.origin().artifactUri() + "/model",
        run.id(),
        note,
        Map.of("validated_by", run.origin().user()),
        run.origin().started().plus(Duration.ofHours(20)));
  }

  private static Trial tree(
      String name, String user, int days, double rate, int depth, double auc, RunStatus status) {
    return new Trial(
        name,
        user,
        Duration.ofDays(days).plusMinutes(days * 17L),
        Duration.ofMinutes(11 + depth),
        60,
        status,
        Map.of(
            "learning_rate",
            Double.toString(rate),
            "max_depth",
            Integer.toString(depth),
            "n_estimators",
            "60",
            "subsample",
            "0.8"),
        Map.of(
            "auc", new LearningCurve(0.61, auc, 1.2 / rate, 0.003),
            "val_logloss", new LearningCurve(0.69, 1.12 - auc, 1.4 / rate, 0.004),
            "train_logloss", new LearningCurve(0.69, 1.06 - auc, 1.2 / rate, 0.002)));
  }

  private static Trial network(
      String name, String user, int days, int units, double dropout, double auc, RunStatus status) {
    return new Trial(
        name,
        user,
        Duration.ofDays(days).plusMinutes(40),
        Duration.ofMinutes(38),
        status == RUNNING ? 42 : 50,
        status,
        Map.of(
            "hidden_units",
            Integer.toString(units),
            "dropout",
            Double.toString(dropout),
            "optimizer",
            "adam",
            "learning_rate",
            "0.001"),
        Map.of(
            "auc", new LearningCurve(0.52, auc, 9, 0.004),
            "val_loss", new LearningCurve(0.72, 1.15 - auc, 11, 0.008),
            "train_loss", new LearningCurve(0.74, 1.02 - auc, 10, 0.004)));
  }
}
