package io.portico.sandbox.mlflow;

import static io.portico.sandbox.mlflow.TrackingJson.array;
import static io.portico.sandbox.mlflow.TrackingJson.pairs;

import io.portico.sandbox.mlflow.tracking.ModelVersion;
import io.portico.sandbox.mlflow.tracking.RegisteredModel;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Registered models and their versions as the REST API writes them. */
final class RegistryJson {
  private RegistryJson() {}

  static JsonObject model(RegisteredModel model) {
    return new JsonObject()
        .put("name", model.name())
        .put("description", model.description())
        .put("creation_timestamp", model.created().toEpochMilli())
        .put("last_updated_timestamp", model.updated().toEpochMilli())
        .put("latest_versions", latest(model))
        .put("tags", pairs(model.tags()))
        .put(
            "aliases",
            array(
                model.aliases().entrySet(),
                alias ->
                    new JsonObject()
                        .put("alias", alias.getKey())
                        .put("version", alias.getValue().toString())));
  }

  /** A list of one, or of none: this registry has no stages but "None". */
  static JsonArray latest(RegisteredModel model) {
    return array(model.latest().stream().toList(), version -> version(model, version));
  }

  static JsonObject version(RegisteredModel model, ModelVersion version) {
    return new JsonObject()
        .put("name", version.name())
        .put("version", Integer.toString(version.number()))
        .put("creation_timestamp", version.created().toEpochMilli())
        .put("last_updated_timestamp", version.created().toEpochMilli())
        .put("current_stage", "None")
        .put("description", version.description())
        .put("source", version.source())
        .put("run_id", version.runId())
        .put("status", "READY")
        .put("tags", pairs(version.tags()))
        .put("aliases", new JsonArray(model.aliasesOf(version)));
  }
}
