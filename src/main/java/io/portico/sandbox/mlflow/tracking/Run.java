package io.portico.sandbox.mlflow.tracking;

import io.portico.sandbox.mlflow.search.Field;
import io.portico.sandbox.mlflow.search.Searchable;
import io.portico.sandbox.mlflow.search.Value;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One execution of training code: what went in, and what was measured. */
public final class Run implements Searchable {
  /** The tag that mirrors a run's name. */
  public static final String NAME_TAG = "mlflow.runName";

  private static final int MAX_PARAMETER_LENGTH = 6000;
  private static final int MAX_TAG_LENGTH = 8000;

  private final RunOrigin origin;
  private final Map<String, String> parameters = new TreeMap<>();
  private final Map<String, String> tags = new TreeMap<>();
  private final Map<String, MetricHistory> metrics = new TreeMap<>();
  private RunStatus status = RunStatus.RUNNING;
  private LifecycleStage stage = LifecycleStage.ACTIVE;
  private Instant ended;

  Run(RunOrigin origin, String name) {
    this.origin = origin;
    rename(name);
  }

  /** Gives it another name, and its name tag with it. */
  public void rename(String name) {
    tags.put(NAME_TAG, EntityName.requireName(name));
  }

  /** Moves it on; the end is null while it has none. */
  public void update(RunStatus newStatus, Instant end) {
    status = newStatus;
    ended = end;
  }

  /** Adds a measurement. */
  public void measure(Metric metric) {
    metrics
        .computeIfAbsent(EntityName.requireKey(metric.key()), key -> new MetricHistory())
        .add(metric);
  }

  /** Gives it a parameter, which stays what it is from then on. */
  public void parameter(String key, String content) {
    EntityName.requireKey(key);
    EntityName.requireLength("parameter '" + key + "'", content, MAX_PARAMETER_LENGTH);
    String logged = parameters.putIfAbsent(key, content);
    if (logged != null && !logged.equals(content)) {
      throw TrackingException.invalid(
          "Parameter '%s' of run %s is '%s' already; parameters cannot change (asked for '%s')"
              .formatted(key, id(), logged, content));
    }
  }

  /** Sets a tag, or replaces it. */
  public void tag(String key, String content) {
    tags.put(
        EntityName.requireKey(key),
        EntityName.requireLength("tag '" + key + "'", content, MAX_TAG_LENGTH));
  }

  /** Removes a tag. */
  public void removeTag(String key) {
    if (tags.remove(key) == null) {
      throw TrackingException.missing("Run " + id() + " has no tag '" + key + "'");
    }
  }

  void move(LifecycleStage to) {
    stage = to;
  }

  /** Its id. */
  public String id() {
    return origin.id();
  }

  /** Where it comes from. */
  public RunOrigin origin() {
    return origin;
  }

  /** Its name; never missing, if sometimes empty since its tag was removed. */
  public String name() {
    return tags.getOrDefault(NAME_TAG, "");
  }

  /** How far it has come. */
  public RunStatus status() {
    return status;
  }

  /** When it ended, if it did. */
  public Optional<Instant> ended() {
    return Optional.ofNullable(ended);
  }

  /** Whether it was deleted. */
  public LifecycleStage stage() {
    return stage;
  }

  /** Its parameters by key. */
  public Map<String, String> parameters() {
    return Collections.unmodifiableMap(parameters);
  }

  /** Its tags by key. */
  public Map<String, String> tags() {
    return Collections.unmodifiableMap(tags);
  }

  /** The latest measurement of each of its metrics. */
  public List<Metric> latestMetrics() {
    return metrics.values().stream().map(MetricHistory::latest).toList();
  }

  /** Everything measured under that key; empty if nothing was. */
  public MetricHistory history(String key) {
    return metrics.getOrDefault(key, new MetricHistory());
  }

  @Override
  public Optional<Value> value(Field field) {
    return switch (field.kind()) {
      case METRIC ->
          Optional.ofNullable(metrics.get(field.name()))
              .flatMap(history -> Value.of(history.latest().value()));
      case PARAMETER -> Value.of(parameters.get(field.name()));
      case TAG -> Value.of(tags.get(field.name()));
      case ATTRIBUTE -> attribute(field.name());
    };
  }

  private Optional<Value> attribute(String attribute) {
    return switch (attribute) {
      case "run_name" -> Value.of(name());
      case "status" -> Value.of(status.name());
      case "end_time" -> ended().flatMap(end -> Value.of(end.toEpochMilli()));
      default -> origin.attribute(attribute);
    };
  }
}
