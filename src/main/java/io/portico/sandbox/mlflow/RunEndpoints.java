package io.portico.sandbox.mlflow;

import io.portico.sandbox.mlflow.search.Vocabulary;
import io.portico.sandbox.mlflow.tracking.Experiment;
import io.portico.sandbox.mlflow.tracking.LifecycleStage;
import io.portico.sandbox.mlflow.tracking.Run;
import io.portico.sandbox.mlflow.tracking.Runs;
import io.portico.sandbox.mlflow.tracking.TrackingStore;
import io.portico.sandbox.mlflow.tracking.ViewType;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;

/** The calls about runs as a whole. */
final class RunEndpoints {
  private static final int PAGE_SIZE = 1000;

  private final TrackingStore store;
  private final Runs runs;

  RunEndpoints(TrackingStore store) {
    this.store = store;
    this.runs = store.runs();
  }

  void register(Endpoints endpoints) {
    endpoints
        .post("runs/create", this::create)
        .get("runs/get", asked -> shown(runs.get(id(asked))))
        .post("runs/search", this::search)
        .post("runs/update", this::update)
        .post("runs/delete", asked -> move(asked, LifecycleStage.DELETED))
        .post("runs/restore", asked -> move(asked, LifecycleStage.ACTIVE));
  }

  /** The run a call is about: clients write one of two names. */
  static String id(Arguments asked) {
    return asked.required("run_id", "run_uuid");
  }

  private JsonObject create(Arguments asked) {
    Experiment experiment = store.experiments().active(asked.text("experiment_id", "0"));
    Map<String, String> tags = asked.pairs("tags");
    String name = asked.text("run_name", tags.getOrDefault(Run.NAME_TAG, ""));
    Instant start =
        asked.number("start_time").map(Instant::ofEpochMilli).orElse(store.clock().instant());
    Run run = runs.create(experiment, name, asked.text("user_id"), start);
    tags.forEach(run::tag);
    return shown(run);
  }

  private JsonObject search(Arguments asked) {
    return TrackingJson.page(
        "runs",
        runs.search(
            asked.query(Vocabulary.RUNS, PAGE_SIZE),
            asked.texts("experiment_ids"),
            asked.constant("run_view_type", ViewType.ACTIVE_ONLY)),
        TrackingJson::run);
  }

  private JsonObject update(Arguments asked) {
    Run run = runs.active(id(asked));
    Instant end = asked.number("end_time").map(Instant::ofEpochMilli).or(run::ended).orElse(null);
    run.update(asked.constant("status", run.status()), end);
    String name = asked.text("run_name");
    if (!name.isEmpty()) {
      run.rename(name);
    }
    return new JsonObject().put("run_info", TrackingJson.runInfo(run));
  }

  private JsonObject move(Arguments asked, LifecycleStage to) {
    runs.move(id(asked), to);
    return new JsonObject();
  }

  private static JsonObject shown(Run run) {
    return new JsonObject().put("run", TrackingJson.run(run));
  }
}
