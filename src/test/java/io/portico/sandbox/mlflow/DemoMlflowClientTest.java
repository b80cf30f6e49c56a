package io.portico.sandbox.mlflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;
import org.mlflow.api.proto.Service.CreateRun;
import org.mlflow.api.proto.Service.Experiment;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunInfo;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.api.proto.Service.RunTag;
import org.mlflow.api.proto.Service.ViewType;
import org.mlflow.tracking.ExperimentsPage;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.MlflowHttpException;
import org.mlflow.tracking.RunsPage;
import org.mlflow.tracking.creds.BasicMlflowHostCreds;

/**
 * The judge is MLflow's official Java client, {@code org.mlflow:mlflow-client}. For artifacts it
 * needs the Python command, so those are tested by plain HTTP.
 */
class DemoMlflowClientTest {
  private static Vertx vertx;
  private static DemoMlflow server;
  private static MlflowClient client;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    server = DemoMlflow.start(vertx, "churn");
    client = new MlflowClient(new BasicMlflowHostCreds(server.uri().toString(), "token"));
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void anExperimentLivesFromCreationToRestoration() {
    String id = client.createExperiment("life");
    client.setExperimentTag(id, "stage", "early");
    client.renameExperiment(id, "afterlife");
    client.deleteExperiment(id);
    assertEquals("deleted", client.getExperiment(id).getLifecycleStage());
    client.restoreExperiment(id);

    Experiment experiment = client.getExperimentByName("afterlife").orElseThrow();
    assertEquals(id, experiment.getExperimentId());
    assertEquals("active", experiment.getLifecycleStage());
    assertEquals("early", experiment.getTags(0).getValue());
    assertEquals("mlflow-artifacts:/" + id, experiment.getArtifactLocation());
    assertTrue(client.getExperimentByName("life").isEmpty());
  }

  @Test
  void experimentsAreFoundByFilterAndPage() {
    client.createExperiment("pages 1");
    client.createExperiment("pages 2");
    client.createExperiment("pages 3");
    List<String> order = List.of("name DESC");
    ExperimentsPage first =
        client.searchExperiments("name LIKE 'pages %'", ViewType.ACTIVE_ONLY, 2, order);
    assertEquals(List.of("pages 3", "pages 2"), names(first));
    assertEquals(List.of("pages 1"), names((ExperimentsPage) first.getNextPage()));
  }

  @Test
  void aRunKeepsParametersTagsAndTheHistoryOfItsMetrics() {
    String id = client.createRun(client.createExperiment("runs")).getRunId();
    client.logParam(id, "depth", "6");
    client.setTag(id, "colour", "red");
    client.setTag(id, "shape", "round");
    client.deleteTag(id, "shape");
    client.logMetric(id, "loss", 0.5, 1_000, 1);
    client.logMetric(id, "loss", 0.25, 2_000, 2);
    client.logMetric(id, "loss", 0.4, 500, 0);
    client.logMetric(id, "odd", Double.NaN);
    client.setTerminated(id, RunStatus.FINISHED, 5_000);

    Run run = client.getRun(id);
    assertEquals(RunStatus.FINISHED, run.getInfo().getStatus());
    assertEquals(5_000, run.getInfo().getEndTime());
    assertEquals(Map.of("depth", "6"), parameters(run));
    assertEquals("red", tags(run).get("colour"));
    assertFalse(tags(run).containsKey("shape"));
    assertEquals(run.getInfo().getRunName(), tags(run).get("mlflow.runName"));
    assertEquals(0.25, latest(run, "loss"));
    assertTrue(Double.isNaN(latest(run, "odd")));
    assertEquals(
        List.of(0.5, 0.25, 0.4),
        client.getMetricHistory(id, "loss").stream().map(Metric::getValue).toList());
  }

  @Test
  void aRunCanBeDeletedAndRestored() {
    RunInfo run = client.createRun(client.createExperiment("deleted runs"));
    client.deleteRun(run.getRunId());
    assertTrue(client.listRunInfos(run.getExperimentId()).isEmpty());
    assertThrows(MlflowHttpException.class, () -> client.setTag(run.getRunId(), "too", "late"));
    client.restoreRun(run.getRunId());
    assertEquals(1, client.listRunInfos(run.getExperimentId()).size());
  }

  @Test
  void aBatchArrivesWhole() {
    String id = client.createRun(client.createExperiment("batches")).getRunId();
    List<Metric> metrics =
        IntStream.range(0, 1000).mapToObj(step -> metric("acc", step / 1000.0, step)).toList();
    client.logBatch(
        id,
        metrics,
        List.of(Param.newBuilder().setKey("p").setValue("1").build()),
        List.of(RunTag.newBuilder().setKey("mlflow.runName").setValue("batch").build()));

    assertEquals(metrics.size(), client.getMetricHistory(id, "acc").size());
    assertEquals(Map.of("p", "1"), parameters(client.getRun(id)));
    assertEquals("batch", client.getRun(id).getInfo().getRunName());
  }

  @Test
  void runsAreFoundByFilterOrderAndPage() {
    String experiment = client.createExperiment("search");
    IntStream.range(0, 5).forEach(number -> runNumber(experiment, number));
    RunsPage first =
        client.searchRuns(
            List.of(experiment),
            "metrics.acc >= 0.1 and params.kind = 'small' and tags.mlflow.runName LIKE 'run%'",
            ViewType.ACTIVE_ONLY,
            2,
            List.of("metrics.acc DESC"));
    assertEquals(List.of("run 4", "run 2"), names(first));
    assertFalse(first.hasNextPage());

    RunsPage all =
        client.searchRuns(
            List.of(experiment), "", ViewType.ACTIVE_ONLY, 2, List.of("attributes.run_name ASC"));
    RunsPage second = (RunsPage) all.getNextPage();
    RunsPage third = (RunsPage) second.getNextPage();
    assertEquals(List.of("run 2", "run 3"), names(second));
    assertEquals(List.of("run 4"), names(third));
    assertFalse(third.hasNextPage());
  }

  @Test
  void aParameterNeverChanges() {
    String id = client.createRun(client.createExperiment("parameters")).getRunId();
    client.logParam(id, "depth", "6");
    client.logParam(id, "depth", "6");
    MlflowHttpException refusal =
        assertThrows(MlflowHttpException.class, () -> client.logParam(id, "depth", "7"));
    assertEquals(400, refusal.getStatusCode());
    assertTrue(refusal.getBodyMessage().contains("INVALID_PARAMETER_VALUE"));
  }

  @Test
  void theSeededModelHasThreeVersions() {
    ModelVersion latest = client.getLatestVersions("churn-classifier").get(0);
    assertEquals("3", latest.getVersion());
    assertEquals(
        List.of("3", "2", "1"),
        client
            .searchModelVersions("name = 'churn-classifier'", 10, List.of("version_number DESC"))
            .getItems()
            .stream()
            .map(ModelVersion::getVersion)
            .toList());
    assertEquals("champion", client.getModelVersion("churn-classifier", "2").getAliases(0));
    assertEquals(latest.getSource(), client.getModelVersionDownloadUri("churn-classifier", "3"));
  }

  private static void runNumber(String experiment, int number) {
    String id =
        client
            .createRun(
                CreateRun.newBuilder()
                    .setExperimentId(experiment)
                    .setRunName("run " + number)
                    .setStartTime(1_000 + number)
                    .build())
            .getRunId();
    client.logMetric(id, "acc", number / 10.0);
    client.logParam(id, "kind", number % 2 == 0 ? "small" : "large");
  }

  private static Metric metric(String key, double value, long step) {
    return Metric.newBuilder().setKey(key).setValue(value).setTimestamp(step).setStep(step).build();
  }

  private static List<String> names(ExperimentsPage page) {
    return page.getItems().stream().map(Experiment::getName).toList();
  }

  private static List<String> names(RunsPage page) {
    return page.getItems().stream().map(run -> run.getInfo().getRunName()).toList();
  }

  private static Map<String, String> parameters(Run run) {
    return run.getData().getParamsList().stream()
        .collect(Collectors.toMap(Param::getKey, Param::getValue));
  }

  private static Map<String, String> tags(Run run) {
    return run.getData().getTagsList().stream()
        .collect(Collectors.toMap(RunTag::getKey, RunTag::getValue));
  }

  private static double latest(Run run, String key) {
    return run.getData().getMetricsList().stream()
        .filter(metric -> metric.getKey().equals(key))
        .findFirst()
        .orElseThrow()
        .getValue();
  }
}
