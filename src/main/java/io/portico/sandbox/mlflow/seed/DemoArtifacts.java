package io.portico.sandbox.mlflow.seed;

import io.portico.sandbox.mlflow.tracking.Artifact;
import io.portico.sandbox.mlflow.tracking.ArtifactPath;
import io.portico.sandbox.mlflow.tracking.ArtifactStore;
import io.portico.sandbox.mlflow.tracking.Metric;
import io.portico.sandbox.mlflow.tracking.Run;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Files of every kind that a page shows differently, told from what a run measured. */
final class DemoArtifacts {
  private final ArtifactStore store;

  DemoArtifacts(ArtifactStore store) {
    this.store = store;
  }

  void addTo(Run run) {
    put(run, "training.log", log(run));
    put(run, "metrics.json", summary(run));
    put(run, "übersicht 2.txt", "Übersicht über den Lauf „" + run.name() + "“: 100 % geprüft.\n");
    put(
        run,
        "model/MLmodel",
        "flavors:\n  python_function:\n    loader_module: demo\nrun_id: " + run.id() + "\n");
    put(run, "plots/curve.png", CurvePlot.of(mainMetric(run)).png());
    put(run, "report.html", resource("report.html"));
  }

  private static double[] mainMetric(Run run) {
    Metric first = run.latestMetrics().get(0);
    return run.history(first.key()).measurements().stream().mapToDouble(Metric::value).toArray();
  }

  private static String log(Run run) {
    String metric = run.latestMetrics().get(0).key();
    return run.history(metric).measurements().stream()
        .map(measured -> "step %3d  %s %s".formatted(measured.step(), metric, measured.value()))
        .collect(Collectors.joining("\n", "Training of " + run.name() + "\n", "\n"));
  }

  private static String summary(Run run) {
    JsonObject metrics = new JsonObject();
    run.latestMetrics().forEach(metric -> metrics.put(metric.key(), metric.value()));
    return new JsonObject()
        .put("run", run.name())
        .put("status", run.status().name())
        .put("metrics", metrics)
        .encodePrettily();
  }

  private void put(Run run, String path, String text) {
    put(run, path, text.getBytes(StandardCharsets.UTF_8));
  }

  private void put(Run run, String path, byte[] content) {
    store.put(
        ArtifactStore.rootOf(run).resolve(ArtifactPath.of(path)), new Artifact.InMemory(content));
  }

  private static byte[] resource(String name) {
    try (InputStream resource =
        DemoArtifacts.class.getResourceAsStream("/sandbox/mlflow/artifacts/" + name)) {
      return resource.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
