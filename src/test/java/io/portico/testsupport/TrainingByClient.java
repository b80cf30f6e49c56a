package io.portico.testsupport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunInfo;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.api.proto.Service.RunTag;
import org.mlflow.api.proto.Service.ViewType;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.creds.BasicMlflowHostCreds;

/** A training job's day with MLflow's official Java client. */
public final class TrainingByClient {
  private TrainingByClient() {}

  /**
   * Creates an experiment and a run, logs all a training logs, and finds it again.
   *
   * @param trackingUri what a user would set as {@code MLFLOW_TRACKING_URI}
   * @param experiment a name that is free
   */
  public static void run(String trackingUri, String token, String experiment) {
    try (MlflowClient client = new MlflowClient(new BasicMlflowHostCreds(trackingUri, token))) {
      String experimentId = client.createExperiment(experiment);
      assertEquals(
          experimentId, client.getExperimentByName(experiment).orElseThrow().getExperimentId());
      client.setExperimentTag(experimentId, "team", "churn");

      RunInfo created = client.createRun(experimentId);
      String id = created.getRunId();
      client.logParam(id, "learning rate", "0,01 & 50 % + ü");
      client.logMetric(id, "loss", 0.5, 1_000, 1);
      client.logMetric(id, "loss", 0.25, 2_000, 2);
      client.setTag(id, "stage", "early");
      client.logBatch(
          id,
          IntStream.range(0, 100)
              .mapToObj(
                  step ->
                      Metric.newBuilder()
                          .setKey("accuracy")
                          .setValue(step / 100.0)
                          .setTimestamp(step)
                          .setStep(step)
                          .build())
              .toList(),
          List.of(Param.newBuilder().setKey("depth").setValue("6").build()),
          List.of(RunTag.newBuilder().setKey("owner").setValue("nightly").build()));
      // The client's own listArtifacts runs a Python; this is the call beneath it.
      assertTrue(client.sendGet("artifacts/list?run_id=" + id).contains("root_uri"));
      client.setTerminated(id, RunStatus.FINISHED);

      Run run = client.getRun(id);
      assertEquals(RunStatus.FINISHED, run.getInfo().getStatus());
      assertEquals(
          Map.of("learning rate", "0,01 & 50 % + ü", "depth", "6"),
          run.getData().getParamsList().stream()
              .collect(Collectors.toMap(Param::getKey, Param::getValue)));
      assertEquals(100, client.getMetricHistory(id, "accuracy").size());
      assertEquals(
          List.of(id),
          client
              .searchRuns(
                  List.of(experimentId),
                  "params.depth = '6' and tags.owner = 'nightly' and metrics.loss < 0.3",
                  ViewType.ACTIVE_ONLY,
                  10,
                  List.of("metrics.loss ASC"))
              .getItems()
              .stream()
              .map(found -> found.getInfo().getRunId())
              .toList());
    }
  }
}
