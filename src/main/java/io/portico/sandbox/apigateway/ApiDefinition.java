package io.portico.sandbox.apigateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A REST API as its developers built it: all there is to document.
 *
 * @param description empty when there is none
 */
record ApiDefinition(
    String id,
    String name,
    String description,
    Instant created,
    Map<String, String> tags,
    List<Authorizer> authorizers,
    List<Model> models,
    List<Resource> resources) {

  /**
   * A Lambda authorizer.
   *
   * @param header where it looks for the caller's token
   */
  record Authorizer(String id, String name, String header) {

    ObjectNode json() {
      return JsonNodeFactory.instance
          .objectNode()
          .put("id", id)
          .put("name", name)
          .put("type", "TOKEN")
          .put("authType", "custom")
          .put("identitySource", "method.request.header." + header)
          .put("authorizerResultTtlInSeconds", 300);
    }
  }

  /**
   * The shape of a message.
   *
   * @param schema JSON schema; references name other models
   */
  record Model(String name, ObjectNode schema) {

    /**
     * @param api whose model it is: AWS's references name it
     */
    ObjectNode json(String api) {
      String address = "https://apigateway.amazonaws.com/restapis/" + api + "/models/";
      return JsonNodeFactory.instance
          .objectNode()
          .put("id", Identifier.of("model " + name))
          .put("name", name)
          .put("contentType", "application/json")
          .put("schema", schema(address::concat).toString());
    }

    /**
     * A copy of the schema.
     *
     * @param reference makes the reference to another model out of its name
     */
    ObjectNode schema(UnaryOperator<String> reference) {
      ObjectNode copy = schema.deepCopy();
      for (JsonNode parent : copy.findParents("$ref")) {
        ((ObjectNode) parent).put("$ref", reference.apply(parent.path("$ref").asText()));
      }
      return copy;
    }
  }

  ObjectNode json() {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", id)
            .put("name", name)
            .put("description", description)
            .put("createdDate", created.getEpochSecond())
            .put("apiKeySource", "HEADER");
    json.putObject("endpointConfiguration").putArray("types").add("REGIONAL");
    json.set("tags", tagsJson());
    return json.put("disableExecuteApiEndpoint", false);
  }

  ObjectNode tagsJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    tags.forEach(json::put);
    return json;
  }
}
