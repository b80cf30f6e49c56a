package io.portico.sandbox.mlflow;

import io.portico.sandbox.mlflow.search.Page;
import io.portico.sandbox.mlflow.tracking.Experiment;
import io.portico.sandbox.mlflow.tracking.Metric;
import io.portico.sandbox.mlflow.tracking.Run;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collector;

/** Experiments, runs and metrics as the REST API writes them. */
final class TrackingJson {
  private TrackingJson() {}

  static <T> JsonArray array(Collection<T> items, Function<T, ?> writer) {
    return items.stream()
        .map(writer)
        .collect(Collector.of(JsonArray::new, JsonArray::add, JsonArray::addAll));
  }

  static <T> JsonObject page(String name, Page<T> page, Function<T, JsonObject> writer) {
    JsonObject answer = new JsonObject().put(name, array(page.items(), writer));
    return page.nextToken().isEmpty() ? answer : answer.put("next_page_token", page.nextToken());
  }

  static JsonArray pairs(Map<String, String> pairs) {
    return array(
        pairs.entrySet(),
        pair -> new JsonObject().put("key", pair.getKey()).put("value", pair.getValue()));
  }

  static JsonObject experiment(Experiment experiment) {
    return new JsonObject()
        .put("experiment_id", experiment.id())
        .put("name", experiment.name())
        .put("artifact_location", experiment.artifactLocation())
        .put("lifecycle_stage", experiment.stage().spelling())
        .put("creation_time", experiment.created().toEpochMilli())
        .put("last_update_time", experiment.updated().toEpochMilli())
        .put("tags", pairs(experiment.tags()));
  }

  static JsonObject run(Run run) {
    JsonObject data =
        new JsonObject()
            .put("metrics", array(run.latestMetrics(), TrackingJson::metric))
            .put("params", pairs(run.parameters()))
            .put("tags", pairs(run.tags()));
    return new JsonObject()
        .put("info", runInfo(run))
        .put("data", data)
        .put("inputs", new JsonObject());
  }

  static JsonObject runInfo(Run run) {
    JsonObject info =
        new JsonObject()
            .put("run_id", run.id())
            .put("run_uuid", run.id())
            .put("run_name", run.name())
            .put("experiment_id", run.origin().experiment().id())
            .put("user_id", run.origin().user())
            .put("status", run.status().name())
            .put("start_time", run.origin().started().toEpochMilli())
            .put("artifact_uri", run.origin().artifactUri())
            .put("lifecycle_stage", run.stage().spelling());
    run.ended().ifPresent(end -> info.put("end_time", end.toEpochMilli()));
    return info;
  }

  static JsonObject metric(Metric metric) {
    return new JsonObject()
        .put("key", metric.key())
        .put("value", number(metric.value()))
        .put("timestamp", metric.timestamp())
        .put("step", metric.step());
  }

  static JsonObject metricOf(Run run, Metric metric) {
    return metric(metric).put("run_id", run.id());
  }

  /** JSON knows no NaN and no infinity; protobuf's JSON spells them as texts. */
  private static Object number(double value) {
    return Double.isFinite(value) ? (Object) value : Double.toString(value);
  }
}
