package io.portico.sandbox.apigateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A version that was made of the documentation; its content never changes.
 *
 * @param name what its author calls it
 * @param description empty when there is none
 */
record DocumentationVersion(
    String name, String description, Instant created, Snapshot documentation) {

  DocumentationVersion describedAs(String text) {
    return new DocumentationVersion(name, text, created, documentation);
  }

  /** No call shows the parts: only the export of a stage that bears the version does. */
  ObjectNode json() {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("version", name)
            .put("createdDate", created.getEpochSecond());
    return description.isEmpty() ? json : json.put("description", description);
  }
}
