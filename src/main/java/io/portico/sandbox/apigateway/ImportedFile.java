package io.portico.sandbox.apigateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The documentation that an OpenAPI file brings.
 *
 * @param parts the properties by location, in the file's order
 * @param warnings what it says that has no place in API Gateway
 */
record ImportedFile(Map<PartLocation, ObjectNode> parts, List<String> warnings) {

  /**
   * Reads a file, JSON or YAML. Its documentation is the extension when there is one, and else what
   * the definition says inline.
   *
   * @throws GatewayException when it is no definition of OpenAPI 3.0 or Swagger 2.0
   */
  static ImportedFile read(String file) {
    ObjectNode definition = Notation.read(file);
    requireKnownVersion(definition);
    return definition.has(Export.EXTENSION)
        ? whole(definition.path(Export.EXTENSION).path("documentationParts"))
        : InlineDocumentation.of(definition);
  }

  private static void requireKnownVersion(ObjectNode definition) {
    String swagger = definition.path("swagger").asText("");
    String openapi = definition.path("openapi").asText("");
    if (!swagger.equals("2.0") && !openapi.startsWith("3.0")) {
      throw GatewayException.badRequest(
          swagger.isEmpty() && openapi.isEmpty()
              ? "Unable to build importer with provided input."
              : "Invalid OpenAPI input.");
    }
  }

  private static ImportedFile whole(JsonNode extension) {
    Map<PartLocation, ObjectNode> parts = new LinkedHashMap<>();
    List<String> warnings = new ArrayList<>();
    for (JsonNode part : extension) {
      try {
        PartLocation location = LocationReader.read(part.path("location"), "location.type");
        if (part.path("properties") instanceof ObjectNode properties) {
          parts.put(location, properties);
        } else {
          warnings.add("The properties of %s are no object.".formatted(location.described()));
        }
      } catch (GatewayException e) {
        warnings.add(e.getMessage());
      }
    }
    return new ImportedFile(parts, warnings);
  }
}
