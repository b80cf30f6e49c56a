package io.portico.sandbox.mlflow.tracking;

import io.portico.sandbox.mlflow.search.Value;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A version of a registered model.
 *
 * @param name the model's name
 * @param number counts from 1
 * @param source the URI of the model's artifacts
 * @param runId the run that made it; may be empty
 * @param description for people; may be empty
 * @param created when it was registered
 * @param tags its tags by key
 */
public record ModelVersion(
    String name,
    int number,
    String source,
    String runId,
    String description,
    Instant created,
    Map<String, String> tags)
    implements Tagged {

  /** Copies the tags. */
  public ModelVersion {
    tags = Map.copyOf(tags);
  }

  @Override
  public Optional<Value> attribute(String attribute) {
    return switch (attribute) {
      case "name" -> Value.of(name);
      case "run_id" -> Value.of(runId);
      case "source_path" -> Value.of(source);
      case "version_number" -> Value.of(number);
      case "creation_timestamp", "last_updated_timestamp" -> Value.of(created.toEpochMilli());
      default -> Optional.empty();
    };
  }
}
