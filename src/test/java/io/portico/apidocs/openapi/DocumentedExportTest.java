package io.portico.apidocs.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portico.apidocs.Documentation;
import io.portico.apidocs.DocumentationPart;
import io.portico.apidocs.Location;
import io.portico.apidocs.Properties;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A Swagger export in the shape of AWS's documented sample, in our own words. */
class DocumentedExportTest {
  private static final List<String> TEXTS = List.of("summary", "description", "tags");

  private final JsonNode export = sample();

  private static JsonNode sample() {
    try (InputStream file =
        DocumentedExportTest.class.getResourceAsStream("/apidocs/documented.swagger.json")) {
      return JacksonTrees.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void itsPartsBringItsTextsBack() {
    JsonNode bare = export.deepCopy();
    ((ObjectNode) bare).remove(DocumentationExtension.KEY);
    List<String> taken = new ArrayList<>();
    strip(bare, taken);
    assertEquals(29, taken.size(), taken.toString());

    ObjectNode foretold =
        (ObjectNode)
            JacksonTrees.node(DraftDocument.of(OpenApiFile.read(bare.toString()), draft(export)));
    ((ObjectNode) foretold.get(DocumentationExtension.KEY)).put("version", "7");
    assertEquals(export, foretold);
  }

  @Test
  void whatItSaysOfABodyIsInItsExtensionAlone() {
    JsonNode body = export.at("/paths/~1boats/post/parameters/0");
    assertEquals("body", body.path("in").asText());
    assertTrue(body.path("description").isMissingNode());
    assertTrue(export.path(DocumentationExtension.KEY).toString().contains("REQUEST_BODY"));
  }

  @Test
  void whatNoPartIsAboutStaysAsItIs() {
    JsonNode document =
        JacksonTrees.read(
            """
            {"openapi":"3.0.1","info":{"title":"T","version":"1"},"paths":{
              "/a b":{"get":{"responses":{"200":{"description":"200 response"}}}},
              "/a":{
                "parameters":[{"name":"n","in":"query"}],
                "servers":[],
                "x-team":{"responses":{"200":{"description":"no response"}}},
                "trace":{"responses":{"200":{"description":"of a trace"}}},
                "get":{
                  "parameters":[{"name":"c","in":"cookie"},{"$ref":"#/p"},7,{"in":"query"},
                    {"in":["query"],"name":{}},{"in":"header","name":""}],
                  "requestBody":null,
                  "responses":{"default":{"description":"else"},"2XX":{"description":"fine"},
                    "200":"odd"}}},
              "odd":[]},
              "components":{"schemas":{"A":[],"B":{"properties":{"c":true}}}},"definitions":7}
            """);
    Documentation draft =
        new Documentation(
            List.of(
                said("RESPONSE", null),
                said("RESPONSE_HEADER", "n"),
                said("QUERY_PARAMETER", "c"),
                said("REQUEST_HEADER", "c")));
    ObjectNode foretold =
        (ObjectNode)
            JacksonTrees.node(DraftDocument.of(OpenApiFile.read(document.toString()), draft));
    foretold.remove(DocumentationExtension.KEY);
    assertEquals(document, foretold);
  }

  @Test
  void theMethodAnyIsFoundByItsKey() {
    JsonNode document =
        JacksonTrees.read(
            "{\"swagger\":\"2.0\",\"paths\":{\"/\":{\"x-amazon-apigateway-any-method\":{}}}}");
    DocumentationPart part =
        new DocumentationPart(
            "p",
            Location.parse("METHOD", "/", "ANY", null, null),
            Properties.parse("{\"summary\":\"All\"}"));
    assertEquals(
        "All",
        JacksonTrees.node(
                DraftDocument.of(
                    OpenApiFile.read(document.toString()), new Documentation(List.of(part))))
            .at("/paths/~1/x-amazon-apigateway-any-method/summary")
            .asText());
  }

  private static DocumentationPart said(String type, String name) {
    return new DocumentationPart(
        "p",
        Location.parse(type, null, null, null, name),
        Properties.parse("{\"description\":\"said\"}"));
  }

  /** Takes away what documentation has brought, all but what an export says without it. */
  private static void strip(JsonNode node, List<String> taken) {
    if (node instanceof ObjectNode object) {
      for (String key : TEXTS) {
        if (object.path(key).isTextual() || object.path(key).isArray()) {
          taken.add(key + ": " + object.remove(key));
        }
      }
    }
    node.forEach(child -> strip(child, taken));
  }

  private static Documentation draft(JsonNode export) {
    List<DocumentationPart> parts = new ArrayList<>();
    for (JsonNode part : export.path(DocumentationExtension.KEY).path("documentationParts")) {
      JsonNode place = part.path("location");
      parts.add(
          new DocumentationPart(
              "",
              Location.parse(
                  place.path("type").textValue(),
                  place.path("path").textValue(),
                  place.path("method").textValue(),
                  place.path("statusCode").textValue(),
                  place.path("name").textValue()),
              Properties.parse(part.path("properties").toString())));
    }
    return new Documentation(parts);
  }
}
