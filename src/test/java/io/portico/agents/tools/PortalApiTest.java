package io.portico.agents.tools;

import static io.portico.agents.tools.ToolRequests.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.json.schema.jackson2.DefaultJsonSchemaValidator;
import io.portico.testsupport.RawHttp;
import io.portico.testsupport.RawHttp.Response;
import io.portico.testsupport.TestIssuer;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The portal's own OpenAPI document says what its routes do. */
@QuarkusTest
class PortalApiTest {
  private static final Pattern REFERENCE = Pattern.compile("\"#/([^\"]+)\"");

  /** Not JSON routes: the protocol's endpoint, what other documents describe, pages. */
  private static final Set<String> OTHERS =
      Set.of("/mcp", "/api/openapi.json", "/docs/problems", "/");

  @Inject TestIssuer issuer;
  @Inject Tools tools;

  private JsonObject api;

  @BeforeEach
  void read() throws IOException {
    Response answer =
        RawHttp.send(
            8081,
            "GET /api/openapi.json HTTP/1.1",
            "Host: portico.localhost:8081",
            "Connection: close");
    assertEquals(200, answer.status());
    assertEquals("application/json", answer.header("Content-Type").orElseThrow());
    assertEquals("public, max-age=3600", answer.header("Cache-Control").orElseThrow());
    assertTrue(answer.header("ETag").isPresent());
    api = new JsonObject(answer.text());
  }

  private Stream<Map.Entry<String, JsonObject>> operations() {
    return api.getJsonObject("paths").stream()
        .flatMap(
            path ->
                ((JsonObject) path.getValue())
                    .stream()
                        .map(method -> Map.entry(path.getKey(), (JsonObject) method.getValue())));
  }

  @Test
  void everyToolIsAPathWithItsSchemas() {
    for (Tools.Described tool : tools.all()) {
      JsonObject post =
          api.getJsonObject("paths")
              .getJsonObject("/api/tools/" + tool.tool().card().name())
              .getJsonObject("post");
      assertEquals(tool.tool().card().name(), post.getString("operationId"));
      assertEquals(properties(tool.takes()), properties(schema(post.getJsonObject("requestBody"))));
      assertEquals(
          properties(tool.gives()),
          properties(schema(post.getJsonObject("responses").getJsonObject("200"))));
      assertEquals(
          !tool.tool().isReadOnly(),
          post.encode().contains("components/parameters/idempotencyKey"),
          tool.tool().card().name());
    }
  }

  @Test
  void everyToolIsInTheReference() throws IOException {
    String reference = Files.readString(java.nio.file.Path.of("docs/reference/tools.md"));
    for (Tools.Described tool : tools.all()) {
      assertTrue(
          reference.contains("\n| `" + tool.tool().card().name() + "` |"),
          tool.tool().card().name());
    }
  }

  private static Map<String, Object> schema(JsonObject content) {
    return content
        .getJsonObject("content")
        .getJsonObject("application/json")
        .getJsonObject("schema")
        .getMap();
  }

  private static Object properties(Map<String, Object> schema) {
    return JsonObject.mapFrom(schema).getValue("properties");
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    Matcher references = REFERENCE.matcher(api.encode());
    int found = 0;
    while (references.find()) {
      JsonObject at = api;
      for (String name : references.group(1).split("/")) {
        at = at.getJsonObject(name);
        assertNotNull(at, references.group(1));
      }
      found++;
    }
    assertTrue(found > 20, "references: " + found);
  }

  /** OpenAPI 3.1.0, 4.8.10 (unique operation ids) and 4.8.12 (parameters of the path). */
  @Test
  void operationsAreWellFormed() {
    Set<String> ids = new HashSet<>();
    operations()
        .forEach(
            operation -> {
              JsonObject said = operation.getValue();
              assertTrue(ids.add(said.getString("operationId")), said.getString("operationId"));
              assertTrue(said.containsKey("responses"), operation.getKey());
              Set<String> named = new HashSet<>();
              Matcher parameters = Pattern.compile("\\{(\\w+)}").matcher(operation.getKey());
              while (parameters.find()) {
                named.add(parameters.group(1));
              }
              assertEquals(named, pathParameters(said), operation.getKey());
            });
  }

  private Set<String> pathParameters(JsonObject operation) {
    Set<String> names = new HashSet<>();
    for (Object each : operation.getJsonArray("parameters", new JsonArray())) {
      JsonObject parameter = (JsonObject) each;
      String reference = parameter.getString("$ref");
      JsonObject meant =
          reference == null
              ? parameter
              : api.getJsonObject("components")
                  .getJsonObject("parameters")
                  .getJsonObject(reference.substring(reference.lastIndexOf('/') + 1));
      if (meant.getString("in").equals("path")) {
        names.add(meant.getString("name"));
      }
    }
    return names;
  }

  /** Whoever adds a route for programs says so in the document. */
  @Test
  void everyRouteForProgramsIsInIt() {
    Set<String> documented = new HashSet<>();
    api.getJsonObject("paths").fieldNames().forEach(path -> documented.add(first(path)));
    List<String> missing =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.portico.agents", "io.portico.mlflow", "io.portico.apidocs")
                .stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .map(PortalApiTest::path)
                .filter(path -> !path.startsWith("/app") && !OTHERS.contains(path))
                .filter(path -> !documented.contains(first(path)))
                .toList();
    assertEquals(List.of(), missing);
  }

  private static String path(JavaClass resource) {
    return resource.getAnnotationOfType(Path.class).value();
  }

  /** All before the first parameter, without the name of a tool. */
  private static String first(String path) {
    return path.replaceFirst("/\\{.*", "").replaceFirst("^(/api/tools)/.*", "$1");
  }

  @Test
  void answersAreWhatItSays() throws IOException {
    for (String tool : List.of("list_tracking_servers", "list_apis")) {
      assertValid(tool, "{}");
    }
    assertValid("find_experiments", "{\"server\":\"churn\"}");
    assertValid("search_runs", "{\"server\":\"churn\",\"experiment_ids\":[\"1\"]}");
    assertValid("find_models", "{\"server\":\"churn\"}");
  }

  private void assertValid(String tool, String arguments) throws IOException {
    Response answer =
        post(
            "/api/tools/" + tool,
            arguments,
            "Authorization: Bearer " + issuer.token(issuer.claims().put("groups", "churn-team")));
    assertEquals(200, answer.status(), answer.text());
    ValidationResponse checked =
        new DefaultJsonSchemaValidator()
            .validate(
                schema(
                    api.getJsonObject("paths")
                        .getJsonObject("/api/tools/" + tool)
                        .getJsonObject("post")
                        .getJsonObject("responses")
                        .getJsonObject("200")),
                new JsonObject(answer.text()).getMap());
    assertTrue(checked.valid(), checked.errorMessage());
  }
}
