package io.portico.sandbox.apigateway;

import static io.portico.sandbox.apigateway.PartLocation.ofRequest;
import static io.portico.sandbox.apigateway.PartLocation.ofResponse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects what a definition says about itself where OpenAPI has a place for it. */
final class InlineDocumentation {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch");
  private static final Map<String, PartType> PARAMETERS =
      Map.of(
          "path", PartType.PATH_PARAMETER,
          "query", PartType.QUERY_PARAMETER,
          "header", PartType.REQUEST_HEADER,
          "body", PartType.REQUEST_BODY);

  private final Map<PartLocation, ObjectNode> parts = new LinkedHashMap<>();
  private final List<String> warnings = new ArrayList<>();
  private final ObjectNode definition;

  private InlineDocumentation(ObjectNode definition) {
    this.definition = definition;
  }

  static ImportedFile of(ObjectNode definition) {
    InlineDocumentation found = new InlineDocumentation(definition);
    found.collect();
    return new ImportedFile(found.parts, found.warnings);
  }

  private void collect() {
    api();
    definition.path("paths").properties().forEach(path -> path(path.getKey(), path.getValue()));
    JsonNode schemas = definition.path("definitions");
    (schemas.isObject() ? schemas : definition.at("/components/schemas"))
        .properties()
        .forEach(schema -> model(schema.getKey(), schema.getValue()));
  }

  private void api() {
    String description = definition.at("/info/description").asText("");
    if (!description.isEmpty()) {
      ObjectNode properties = JsonNodeFactory.instance.objectNode();
      properties.putObject("info").put("description", description);
      parts.put(PartLocation.api(), properties);
    }
  }

  private void model(String name, JsonNode schema) {
    add(PartLocation.model(name), schema);
    schema
        .path("properties")
        .properties()
        .forEach(each -> add(PartLocation.model(name + "." + each.getKey()), each.getValue()));
  }

  private void path(String path, JsonNode item) {
    item.properties().stream()
        .filter(entry -> METHODS.contains(entry.getKey()))
        .forEach(
            entry -> {
              String method = entry.getKey().toUpperCase(Locale.ROOT);
              item.path("parameters").forEach(each -> parameter(path, method, each));
              operation(path, method, entry.getValue());
            });
  }

  private void operation(String path, String method, JsonNode operation) {
    add(ofRequest(PartType.METHOD, path, method, ""), operation);
    operation.path("parameters").forEach(each -> parameter(path, method, each));
    add(
        ofRequest(PartType.REQUEST_BODY, path, method, ""),
        resolved(operation.path("requestBody")));
    operation
        .path("responses")
        .properties()
        .forEach(each -> response(path, method, each.getKey(), resolved(each.getValue())));
  }

  private void parameter(String path, String method, JsonNode reference) {
    JsonNode parameter = resolved(reference);
    Optional.ofNullable(PARAMETERS.get(parameter.path("in").asText("")))
        .ifPresent(
            type -> {
              boolean named = type.has(PartType.Field.NAME);
              String name = named ? parameter.path("name").asText("") : "";
              if (named == !name.isEmpty()) {
                add(ofRequest(type, path, method, name), parameter);
              }
            });
  }

  private void response(String path, String method, String status, JsonNode response) {
    if (!status.matches("[1-5]\\d\\d")) {
      warnings.add(
          "The response '%s' of %s %s has no place: a status code has three digits."
              .formatted(status, method, path));
      return;
    }
    add(ofResponse(PartType.RESPONSE, path, method, status, ""), response);
    response
        .path("headers")
        .properties()
        .forEach(
            header ->
                add(
                    ofResponse(PartType.RESPONSE_HEADER, path, method, status, header.getKey()),
                    resolved(header.getValue())));
  }

  private void add(PartLocation location, JsonNode described) {
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    described.properties().stream()
        .filter(property -> location.type().inlines(property.getKey()))
        .filter(property -> !property.getKey().startsWith("x-amazon-apigateway-"))
        .forEach(property -> properties.set(property.getKey(), property.getValue()));
    if (!properties.isEmpty()) {
      parts.put(location, properties);
    }
  }

  /** Follows a reference within the file, once. */
  private JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asText("");
    return reference.startsWith("#/") ? definition.at(reference.substring(1)) : node;
  }
}
