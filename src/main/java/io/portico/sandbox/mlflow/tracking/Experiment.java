package io.portico.sandbox.mlflow.tracking;

import io.portico.sandbox.mlflow.search.Value;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A named collection of runs. */
public final class Experiment implements Tagged {
  private final String id;
  private final String artifactLocation;
  private final Instant created;
  private final Map<String, String> tags = new TreeMap<>();
  private String name;
  private Instant updated;
  private LifecycleStage stage = LifecycleStage.ACTIVE;

  Experiment(String id, String name, String artifactLocation, Instant created) {
    this.id = id;
    this.name = name;
    this.artifactLocation = artifactLocation;
    this.created = created;
    this.updated = created;
  }

  /** Sets a tag, or replaces it. */
  public void tag(String key, String content) {
    tags.put(EntityName.requireKey(key), content);
  }

  /** Removes a tag. */
  public void removeTag(String key) {
    if (tags.remove(key) == null) {
      throw TrackingException.missing("Experiment " + id + " has no tag '" + key + "'");
    }
  }

  void rename(String newName, Instant now) {
    if (stage != LifecycleStage.ACTIVE) {
      throw new TrackingException(
          ErrorCode.INVALID_STATE, "Experiment " + id + " is deleted and cannot be renamed");
    }
    name = newName;
    updated = now;
  }

  void move(LifecycleStage to, Instant now) {
    stage = to;
    updated = now;
  }

  /** Its id. */
  public String id() {
    return id;
  }

  /** Its name, unlike every other's. */
  public String name() {
    return name;
  }

  /** The URI below which its runs keep their artifacts. */
  public String artifactLocation() {
    return artifactLocation;
  }

  /** When it was made. */
  public Instant created() {
    return created;
  }

  /** When its name or stage changed last. */
  public Instant updated() {
    return updated;
  }

  /** Whether it was deleted. */
  public LifecycleStage stage() {
    return stage;
  }

  @Override
  public Map<String, String> tags() {
    return Collections.unmodifiableMap(tags);
  }

  @Override
  public Optional<Value> attribute(String attribute) {
    return switch (attribute) {
      case "name" -> Value.of(name);
      case "experiment_id" -> Value.of(id);
      case "creation_time" -> Value.of(created.toEpochMilli());
      case "last_update_time" -> Value.of(updated.toEpochMilli());
      default -> Optional.empty();
    };
  }
}
