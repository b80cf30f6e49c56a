package io.portico.sandbox.mlflow;

import io.portico.sandbox.mlflow.tracking.Metric;
import io.portico.sandbox.mlflow.tracking.Run;
import io.portico.sandbox.mlflow.tracking.TrackingException;
import io.portico.sandbox.mlflow.tracking.TrackingStore;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.BiConsumer;

/** The calls by which a run tells what it does. */
final class LoggingEndpoints {
  private static final int BATCH_METRICS = 1000;
  private static final int BATCH_TEXTS = 100;

  private final TrackingStore store;

  LoggingEndpoints(TrackingStore store) {
    this.store = store;
  }

  void register(Endpoints endpoints) {
    endpoints
        .post("runs/log-metric", logging((run, asked) -> run.measure(metric(asked))))
        .post("runs/log-parameter", logging(LoggingEndpoints::logParameter))
        .post("runs/set-tag", logging(LoggingEndpoints::setTag))
        .post("runs/delete-tag", logging((run, asked) -> run.removeTag(asked.required("key"))))
        .post("runs/log-batch", logging(this::logBatch))
        // Accepted and forgotten: the demo has no page for data sets and logged models.
        .post("runs/log-inputs", logging((run, asked) -> asked.objects("datasets")))
        .post("runs/log-model", logging((run, asked) -> asked.text("model_json")));
  }

  private Endpoint logging(BiConsumer<Run, Arguments> log) {
    return asked -> {
      log.accept(store.runs().active(RunEndpoints.id(asked)), asked);
      return new JsonObject();
    };
  }

  private static void logParameter(Run run, Arguments asked) {
    run.parameter(asked.required("key"), asked.text("value"));
  }

  private static void setTag(Run run, Arguments asked) {
    run.tag(asked.required("key"), asked.text("value"));
  }

  private void logBatch(Run run, Arguments asked) {
    // Read as a whole before anything is kept, so that a malformed batch leaves no half behind.
    List<Metric> metrics =
        atMost(BATCH_METRICS, "metrics", asked).stream().map(this::metric).toList();
    List<Arguments> parameters = atMost(BATCH_TEXTS, "params", asked);
    List<Arguments> tags = atMost(BATCH_TEXTS, "tags", asked);
    parameters.forEach(parameter -> logParameter(run, parameter));
    metrics.forEach(run::measure);
    tags.forEach(tag -> setTag(run, tag));
  }

  private static List<Arguments> atMost(int most, String name, Arguments asked) {
    List<Arguments> items = asked.objects(name);
    if (items.size() > most) {
      throw TrackingException.invalid(
          "A batch may hold %d %s, not %d".formatted(most, name, items.size()));
    }
    return items;
  }

  private Metric metric(Arguments asked) {
    return new Metric(
        asked.required("key"),
        asked.requiredDecimal("value"),
        asked.number("timestamp").orElseGet(store.clock()::millis),
        asked.number("step").orElse(0L));
  }
}
