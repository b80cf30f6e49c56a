package io.portico.sandbox.mlflow;

import io.portico.sandbox.mlflow.search.Page;
import io.portico.sandbox.mlflow.tracking.Metric;
import io.portico.sandbox.mlflow.tracking.MetricHistory;
import io.portico.sandbox.mlflow.tracking.Run;
import io.portico.sandbox.mlflow.tracking.Runs;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;

/** The calls that read how metrics developed. */
final class MetricEndpoints {
  private static final int HISTORY_SIZE = 25_000;
  private static final int INTERVAL_SIZE = 2_500;

  private final Runs runs;

  MetricEndpoints(Runs runs) {
    this.runs = runs;
  }

  void register(Endpoints endpoints) {
    endpoints
        .get("metrics/get-history", this::history)
        .get("metrics/get-history-bulk", this::bulk)
        .get("metrics/get-history-bulk-interval", this::interval);
  }

  private JsonObject history(Arguments asked) {
    MetricHistory history = runs.get(RunEndpoints.id(asked)).history(key(asked));
    Page<Metric> page = asked.paging(HISTORY_SIZE).cut(history.measurements());
    return TrackingJson.page("metrics", page, TrackingJson::metric);
  }

  private JsonObject bulk(Arguments asked) {
    int size = asked.paging(HISTORY_SIZE).size();
    return ofRuns(
        asked.texts("run_id"),
        run -> run.history(key(asked)).measurements().stream().limit(size).toList());
  }

  private JsonObject interval(Arguments asked) {
    int size = asked.paging(INTERVAL_SIZE).size();
    long first = asked.number("start_step").orElse(Long.MIN_VALUE);
    long last = asked.number("end_step").orElse(Long.MAX_VALUE);
    return ofRuns(asked.texts("run_ids"), run -> run.history(key(asked)).sample(first, last, size));
  }

  private JsonObject ofRuns(List<String> ids, Function<Run, List<Metric>> metricsOf) {
    JsonArray metrics = new JsonArray();
    for (String id : ids) {
      Run run = runs.get(id);
      metricsOf.apply(run).forEach(metric -> metrics.add(TrackingJson.metricOf(run, metric)));
    }
    return new JsonObject().put("metrics", metrics);
  }

  private static String key(Arguments asked) {
    return asked.required("metric_key");
  }
}
