package io.portico.sandbox.apigateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The documentation of one entity.
 *
 * @param id API Gateway's own name for it
 * @param properties a JSON object, as the very text that was sent
 */
record Part(String id, PartLocation location, String properties) {

  /**
   * Checks properties that came in a request.
   *
   * @throws GatewayException when they are no JSON object
   */
  static String checked(String properties) {
    content(properties);
    return properties;
  }

  /** The properties as an object; the caller may change it. */
  ObjectNode content() {
    return content(properties);
  }

  /** As calls on parts show it: the properties are text. */
  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", id);
    json.set("location", location.json());
    return json.put("properties", properties);
  }

  /** As an export shows it: the properties are an object, and there is no id. */
  ObjectNode exported() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("location", location.exported());
    json.set("properties", content());
    return json;
  }

  private static ObjectNode content(String properties) {
    try {
      JsonNode content = Notation.JSON.mapper().readTree(properties);
      if (content instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException malformed) {
      // Told below, as any other text that is no object.
    }
    throw GatewayException.badRequest("Documentation part properties must be a JSON object.");
  }
}
