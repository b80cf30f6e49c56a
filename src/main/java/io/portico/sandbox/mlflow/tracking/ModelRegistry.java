package io.portico.sandbox.mlflow.tracking;

import io.portico.sandbox.mlflow.search.Page;
import io.portico.sandbox.mlflow.search.Query;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** All registered models. */
public final class ModelRegistry {
  private static final Comparator<ModelVersion> NEWEST_FIRST =
      Comparator.comparing(ModelVersion::created)
          .reversed()
          .thenComparing(ModelVersion::name)
          .thenComparing(Comparator.comparingInt(ModelVersion::number).reversed());

  private final Map<String, RegisteredModel> byName = new TreeMap<>();

  /** Registers a model, as yet without versions. */
  public RegisteredModel create(
      String name, String description, Map<String, String> tags, Instant now) {
    RegisteredModel model =
        new RegisteredModel(EntityName.requireName(name), description, tags, now);
    if (byName.putIfAbsent(name, model) != null) {
      throw TrackingException.taken("Registered model '" + name + "' exists already");
    }
    return model;
  }

  /** The model with that name. */
  public RegisteredModel get(String name) {
    RegisteredModel model = byName.get(name);
    if (model == null) {
      throw TrackingException.missing("No registered model has the name '" + name + "'");
    }
    return model;
  }

  /** The models that a search finds. */
  public Page<RegisteredModel> search(Query query) {
    return query.page(byName.values().stream(), Comparator.comparing(RegisteredModel::name));
  }

  /** The versions, of all models, that a search finds. */
  public Page<ModelVersion> searchVersions(Query query) {
    return query.page(
        byName.values().stream().flatMap(model -> model.versions().stream()), NEWEST_FIRST);
  }
}
