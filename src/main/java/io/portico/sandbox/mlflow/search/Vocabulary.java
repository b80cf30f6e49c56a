package io.portico.sandbox.mlflow.search;

import io.portico.sandbox.mlflow.search.Field.Kind;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The fields that searches of one kind of entity may name.
 *
 * @param kinds where its values are kept
 * @param texts its attributes that are texts
 * @param numbers its attributes that are numbers
 */
public record Vocabulary(Set<Kind> kinds, Set<String> texts, Set<String> numbers) {

  /** Of runs. */
  public static final Vocabulary RUNS =
      new Vocabulary(
          Set.of(Kind.values()),
          Set.of("run_id", "run_name", "status", "artifact_uri", "user_id", "experiment_id"),
          Set.of("start_time", "end_time"));

  /** Of experiments. */
  public static final Vocabulary EXPERIMENTS =
      new Vocabulary(
          Set.of(Kind.TAG, Kind.ATTRIBUTE),
          Set.of("name", "experiment_id"),
          Set.of("creation_time", "last_update_time"));

  /** Of registered models. */
  public static final Vocabulary REGISTERED_MODELS =
      new Vocabulary(
          Set.of(Kind.TAG, Kind.ATTRIBUTE),
          Set.of("name"),
          Set.of("creation_timestamp", "last_updated_timestamp"));

  /** Of model versions. */
  public static final Vocabulary MODEL_VERSIONS =
      new Vocabulary(
          Set.of(Kind.TAG, Kind.ATTRIBUTE),
          Set.of("name", "run_id", "source_path"),
          Set.of("version_number", "creation_timestamp", "last_updated_timestamp"));

  private static final Map<String, Kind> ENTITIES =
      Map.ofEntries(
          Map.entry("metric", Kind.METRIC),
          Map.entry("metrics", Kind.METRIC),
          Map.entry("param", Kind.PARAMETER),
          Map.entry("params", Kind.PARAMETER),
          Map.entry("parameter", Kind.PARAMETER),
          Map.entry("parameters", Kind.PARAMETER),
          Map.entry("tag", Kind.TAG),
          Map.entry("tags", Kind.TAG),
          Map.entry("attr", Kind.ATTRIBUTE),
          Map.entry("attribute", Kind.ATTRIBUTE),
          Map.entry("attributes", Kind.ATTRIBUTE),
          Map.entry("run", Kind.ATTRIBUTE));

  private static final Map<String, String> ALIASES =
      Map.of(
          "created", "start_time",
          "Created", "start_time",
          "run name", "run_name",
          "Run name", "run_name",
          "Run Name", "run_name",
          "timestamp", "last_updated_timestamp");

  Field field(String entity, String key) {
    Kind kind = ENTITIES.get(entity);
    if (kind == null || !kinds.contains(kind)) {
      throw new InvalidSearchException("'" + entity + "' names nothing to search by here");
    }
    return kind == Kind.ATTRIBUTE ? attribute(key) : new Field(kind, key);
  }

  Field attribute(String key) {
    String name = ALIASES.getOrDefault(key, key);
    if (!texts.contains(name) && !numbers.contains(name)) {
      Set<String> known = new TreeSet<>(texts);
      known.addAll(numbers);
      throw new InvalidSearchException("'" + key + "' is not an attribute; known are " + known);
    }
    return Field.attribute(name);
  }

  boolean isNumeric(Field field) {
    return switch (field.kind()) {
      case METRIC -> true;
      case PARAMETER, TAG -> false;
      case ATTRIBUTE -> numbers.contains(field.name());
    };
  }
}
