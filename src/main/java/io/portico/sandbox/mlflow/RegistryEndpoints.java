package io.portico.sandbox.mlflow;

import io.portico.sandbox.mlflow.search.Vocabulary;
import io.portico.sandbox.mlflow.tracking.ModelRegistry;
import io.portico.sandbox.mlflow.tracking.ModelVersion;
import io.portico.sandbox.mlflow.tracking.RegisteredModel;
import io.portico.sandbox.mlflow.tracking.TrackingException;
import io.portico.sandbox.mlflow.tracking.TrackingStore;
import io.vertx.core.json.JsonObject;

/** The calls about registered models and their versions. */
final class RegistryEndpoints {
  private static final int MODELS = 100;
  private static final int VERSIONS = 10_000;

  private final TrackingStore store;
  private final ModelRegistry models;

  RegistryEndpoints(TrackingStore store) {
    this.store = store;
    this.models = store.models();
  }

  void register(Endpoints endpoints) {
    endpoints
        .post("registered-models/create", this::create)
        .get("registered-models/get", asked -> shown(model(asked)))
        .get("registered-models/search", this::search)
        .get("registered-models/get-latest-versions", this::latestVersions)
        .post("registered-models/get-latest-versions", this::latestVersions)
        .get("registered-models/alias", this::aliased)
        .post("registered-models/alias", this::alias)
        .post("model-versions/create", this::register)
        .get("model-versions/get", asked -> shown(model(asked), version(asked)))
        .get("model-versions/get-download-uri", this::downloadUri)
        .get("model-versions/search", this::searchVersions);
  }

  private JsonObject create(Arguments asked) {
    return shown(
        models.create(
            asked.required("name"),
            asked.text("description"),
            asked.pairs("tags"),
            store.clock().instant()));
  }

  private JsonObject search(Arguments asked) {
    return TrackingJson.page(
        "registered_models",
        models.search(asked.query(Vocabulary.REGISTERED_MODELS, MODELS)),
        RegistryJson::model);
  }

  private JsonObject latestVersions(Arguments asked) {
    return new JsonObject().put("model_versions", RegistryJson.latest(model(asked)));
  }

  private JsonObject aliased(Arguments asked) {
    RegisteredModel model = model(asked);
    return shown(model, model.aliased(asked.required("alias")));
  }

  private JsonObject alias(Arguments asked) {
    model(asked).alias(asked.required("alias"), number(asked));
    return new JsonObject();
  }

  private JsonObject register(Arguments asked) {
    RegisteredModel model = model(asked);
    ModelVersion version =
        model.register(
            asked.required("source"),
            asked.text("run_id"),
            asked.text("description"),
            asked.pairs("tags"),
            store.clock().instant());
    return shown(model, version);
  }

  private JsonObject downloadUri(Arguments asked) {
    return new JsonObject().put("artifact_uri", version(asked).source());
  }

  private JsonObject searchVersions(Arguments asked) {
    return TrackingJson.page(
        "model_versions",
        models.searchVersions(asked.query(Vocabulary.MODEL_VERSIONS, VERSIONS)),
        version -> RegistryJson.version(models.get(version.name()), version));
  }

  private RegisteredModel model(Arguments asked) {
    return models.get(asked.required("name"));
  }

  private ModelVersion version(Arguments asked) {
    return model(asked).version(number(asked));
  }

  private static int number(Arguments asked) {
    String version = asked.required("version");
    try {
      return Integer.parseInt(version);
    } catch (NumberFormatException notANumber) {
      throw TrackingException.invalid("'" + version + "' is not a model version");
    }
  }

  private static JsonObject shown(RegisteredModel model) {
    return new JsonObject().put("registered_model", RegistryJson.model(model));
  }

  private static JsonObject shown(RegisteredModel model, ModelVersion version) {
    return new JsonObject().put("model_version", RegistryJson.version(model, version));
  }
}
