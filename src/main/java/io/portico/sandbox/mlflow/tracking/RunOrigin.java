package io.portico.sandbox.mlflow.tracking;

import io.portico.sandbox.mlflow.search.Value;
import java.time.Instant;
import java.util.Optional;

/**
 * What never changes about a run.
 *
 * @param id its id
 * @param experiment the experiment it belongs to
 * @param user who started it; may be empty
 * @param started when
 */
public record RunOrigin(String id, Experiment experiment, String user, Instant started) {

  /** The URI below which the run keeps its artifacts. */
  public String artifactUri() {
    return experiment.artifactLocation() + "/" + id + "/artifacts";
  }

  Optional<Value> attribute(String attribute) {
    return switch (attribute) {
      case "run_id" -> Value.of(id);
      case "experiment_id" -> Value.of(experiment.id());
      case "user_id" -> Value.of(user);
      case "start_time" -> Value.of(started.toEpochMilli());
      case "artifact_uri" -> Value.of(artifactUri());
      default -> Optional.empty();
    };
  }
}
