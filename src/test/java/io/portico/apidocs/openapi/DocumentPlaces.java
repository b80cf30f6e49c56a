package io.portico.apidocs.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.portico.apidocs.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What can be documented in an OpenAPI 3.0 document as API Gateway exports it. */
final class DocumentPlaces {
  private static final Map<String, String> PARAMETERS =
      Map.of("path", "PATH_PARAMETER", "query", "QUERY_PARAMETER", "header", "REQUEST_HEADER");

  private final List<Location> found = new ArrayList<>();

  private DocumentPlaces() {}

  static List<Location> of(JsonNode document) {
    DocumentPlaces places = new DocumentPlaces();
    places.add("API", null, null, null, null);
    document.path("paths").properties().forEach(e -> places.path(e.getKey(), e.getValue()));
    document
        .at("/components/schemas")
        .properties()
        .forEach(e -> places.model(e.getKey(), e.getValue()));
    document
        .at("/components/securitySchemes")
        .fieldNames()
        .forEachRemaining(name -> places.add("AUTHORIZER", null, null, null, name));
    return places.found;
  }

  private void path(String path, JsonNode item) {
    add("RESOURCE", path, null, null, null);
    item.properties().forEach(e -> operation(path, e.getKey(), e.getValue()));
  }

  private void operation(String path, String method, JsonNode operation) {
    add("METHOD", path, method, null, null);
    add("REQUEST_BODY", path, method, null, null);
    for (JsonNode each : operation.path("parameters")) {
      String type = PARAMETERS.get(each.path("in").asText());
      add(type, path, method, null, each.path("name").asText());
    }
    operation
        .path("responses")
        .properties()
        .forEach(
            e -> {
              add("RESPONSE", path, method, e.getKey(), null);
              add("RESPONSE_BODY", path, method, e.getKey(), null);
              e.getValue()
                  .path("headers")
                  .fieldNames()
                  .forEachRemaining(name -> add("RESPONSE_HEADER", path, method, e.getKey(), name));
            });
  }

  private void model(String name, JsonNode schema) {
    add("MODEL", null, null, null, name);
    schema
        .path("properties")
        .fieldNames()
        .forEachRemaining(property -> add("MODEL", null, null, null, name + "." + property));
  }

  private void add(String type, String path, String method, String status, String name) {
    found.add(Location.parse(type, path, method, status, name));
  }
}
