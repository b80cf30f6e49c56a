package io.portico.sandbox.mlflow;

import io.portico.sandbox.mlflow.search.Vocabulary;
import io.portico.sandbox.mlflow.tracking.Experiment;
import io.portico.sandbox.mlflow.tracking.Experiments;
import io.portico.sandbox.mlflow.tracking.LifecycleStage;
import io.portico.sandbox.mlflow.tracking.TrackingStore;
import io.portico.sandbox.mlflow.tracking.ViewType;
import io.vertx.core.json.JsonObject;

/** The calls about experiments. */
final class ExperimentEndpoints {
  private static final int PAGE_SIZE = 1000;

  private final TrackingStore store;
  private final Experiments experiments;

  ExperimentEndpoints(TrackingStore store) {
    this.store = store;
    this.experiments = store.experiments();
  }

  void register(Endpoints endpoints) {
    endpoints
        .post("experiments/create", this::create)
        .get("experiments/get", asked -> shown(experiments.get(id(asked))))
        .get("experiments/get-by-name", asked -> shown(named(asked)))
        .get("experiments/search", this::search)
        .post("experiments/search", this::search)
        .post("experiments/update", this::update)
        .post("experiments/delete", asked -> move(asked, LifecycleStage.DELETED))
        .post("experiments/restore", asked -> move(asked, LifecycleStage.ACTIVE))
        .post("experiments/set-experiment-tag", this::tag)
        .post("experiments/delete-experiment-tag", this::removeTag);
  }

  private JsonObject create(Arguments asked) {
    Experiment experiment =
        experiments.create(
            asked.required("name"), asked.text("artifact_location"), store.clock().instant());
    asked.pairs("tags").forEach(experiment::tag);
    return new JsonObject().put("experiment_id", experiment.id());
  }

  private JsonObject search(Arguments asked) {
    return TrackingJson.page(
        "experiments",
        experiments.search(
            asked.query(Vocabulary.EXPERIMENTS, PAGE_SIZE),
            asked.constant("view_type", ViewType.ACTIVE_ONLY)),
        TrackingJson::experiment);
  }

  private JsonObject update(Arguments asked) {
    experiments.rename(id(asked), asked.required("new_name"), store.clock().instant());
    return new JsonObject();
  }

  private JsonObject move(Arguments asked, LifecycleStage to) {
    store.move(experiments.get(id(asked)), to);
    return new JsonObject();
  }

  private JsonObject tag(Arguments asked) {
    experiments.active(id(asked)).tag(asked.required("key"), asked.text("value"));
    return new JsonObject();
  }

  private JsonObject removeTag(Arguments asked) {
    experiments.active(id(asked)).removeTag(asked.required("key"));
    return new JsonObject();
  }

  private Experiment named(Arguments asked) {
    return experiments.named(asked.required("experiment_name"));
  }

  private static String id(Arguments asked) {
    return asked.required("experiment_id");
  }

  private static JsonObject shown(Experiment experiment) {
    return new JsonObject().put("experiment", TrackingJson.experiment(experiment));
  }
}
