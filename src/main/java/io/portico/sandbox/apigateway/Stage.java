package io.portico.sandbox.apigateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A deployment under a name.
 *
 * @param documentationVersion the version it bears, when it bears one
 */
record Stage(
    String name,
    String description,
    String deploymentId,
    Instant created,
    Instant updated,
    Optional<String> documentationVersion) {

  Stage bearing(Optional<String> version, Instant now) {
    return new Stage(name, description, deploymentId, created, now, version);
  }

  boolean bears(String version) {
    return documentationVersion.filter(version::equals).isPresent();
  }

  ObjectNode json() {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("deploymentId", deploymentId)
            .put("stageName", name)
            .put("description", description)
            .put("cacheClusterEnabled", false)
            .put("cacheClusterStatus", "NOT_AVAILABLE");
    json.putObject("methodSettings");
    documentationVersion.ifPresent(version -> json.put("documentationVersion", version));
    return json.put("tracingEnabled", false)
        .put("createdDate", created.getEpochSecond())
        .put("lastUpdatedDate", updated.getEpochSecond());
  }
}
