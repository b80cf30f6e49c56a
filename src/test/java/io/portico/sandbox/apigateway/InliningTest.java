package io.portico.sandbox.apigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which documentation an export writes into the definition, and where. */
class InliningTest {
  private static final String EVERY_KEY =
      "{\"summary\":\"S\",\"description\":\"D\",\"title\":\"T\",\"tags\":[\"t\"],\"deprecated\":true,\"x-own\":1,\"odd\":2}";

  private final ApiGateway apiGateway =
      new ApiGateway(Clock.systemUTC(), "123456789012", "eu-west-1", false);

  @ParameterizedTest
  @ValueSource(strings = {"oas30", "swagger"})
  void anApisInfoIsMergedButForItsVersion(String type) {
    document(
        "{\"type\":\"API\"}",
        "{\"info\":{\"title\":\"Points\",\"version\":\"9\"},\"description\":\"D\",\"x-own\":1}");
    JsonNode definition = export(type);

    assertEquals("Points", definition.at("/info/title").asText());
    assertEquals("Points for regular customers.", definition.at("/info/description").asText());
    assertEquals("2024-06-03T07:00:00Z", definition.at("/info/version").asText());
    assertEquals(1, definition.path("x-own").asInt());
    assertFalse(definition.has("description"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"oas30", "swagger"})
  void aMethodTakesWhatOpenApiKnowsAndExtensions(String type) {
    document("{\"type\":\"METHOD\",\"path\":\"/rewards\",\"method\":\"GET\"}", EVERY_KEY);

    JsonNode method = export(type).path("paths").path("/rewards").path("get");
    assertEquals("S", method.path("summary").asText());
    assertEquals("D", method.path("description").asText());
    assertEquals("t", method.path("tags").path(0).asText());
    assertEquals(1, method.path("x-own").asInt());
    assertFalse(method.has("deprecated") || method.has("title") || method.has("odd"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"oas30", "swagger"})
  void aResourceTakesOnlyExtensions(String type) {
    document("{\"type\":\"RESOURCE\",\"path\":\"/rewards\"}", EVERY_KEY);

    JsonNode resource = export(type).path("paths").path("/rewards");
    assertEquals(1, resource.path("x-own").asInt());
    assertFalse(resource.has("description") || resource.has("summary"));
  }

  @ParameterizedTest
  @CsvSource({"oas30, D", "swagger, ''"})
  void aRequestBodyIsDescribedInOpenApi3Only(String type, String description) {
    document("{\"type\":\"REQUEST_BODY\",\"path\":\"/accounts\",\"method\":\"POST\"}", EVERY_KEY);

    JsonNode method = export(type).path("paths").path("/accounts").path("post");
    JsonNode body =
        type.equals("oas30") ? method.path("requestBody") : method.path("parameters").path(0);
    assertFalse(body.isMissingNode());
    assertEquals(description, body.path("description").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"oas30", "swagger"})
  void parametersAndResponsesTakeADescriptionEvenAnInheritedOne(String type) {
    document(
        "{\"type\":\"PATH_PARAMETER\",\"path\":\"/accounts\",\"name\":\"accountId\"}", EVERY_KEY);
    document("{\"type\":\"RESPONSE\",\"statusCode\":\"200\"}", EVERY_KEY);

    JsonNode method = export(type).path("paths").path("/accounts/{accountId}/points").path("get");
    JsonNode parameter = method.path("parameters").path(0);
    assertEquals("D", parameter.path("description").asText());
    assertFalse(parameter.has("summary") || parameter.has("x-own"));
    assertEquals("D", method.at("/responses/200/description").asText());
    assertEquals(
        "404 response",
        export(type)
            .path("paths")
            .path("/accounts/{accountId}")
            .at("/get/responses/404/description")
            .asText());
  }

  @ParameterizedTest
  @CsvSource({"oas30, /components/schemas", "swagger, /definitions"})
  void aModelTakesTitleAndDescriptionAndSoDoItsProperties(String type, String schemas) {
    document("{\"type\":\"MODEL\",\"name\":\"Account\"}", EVERY_KEY);
    document("{\"type\":\"MODEL\",\"name\":\"Account.points\"}", EVERY_KEY);

    JsonNode schema = export(type).at(schemas + "/Account");
    assertEquals("T", schema.path("title").asText());
    assertEquals("D", schema.path("description").asText());
    assertEquals("D", schema.at("/properties/points/description").asText());
    assertEquals("integer", schema.at("/properties/points/type").asText());
    assertFalse(schema.has("x-own") || schema.at("/properties/accountId").has("description"));
  }

  @Test
  void theExtensionKeepsEveryPartWhole() {
    document("{\"type\":\"METHOD\",\"path\":\"/\",\"method\":\"GET\"}", EVERY_KEY);

    JsonNode last = export("oas30").at("/x-amazon-apigateway-documentation/documentationParts/3");
    assertEquals("{\"type\":\"METHOD\",\"method\":\"GET\"}", last.path("location").toString());
    assertEquals(EVERY_KEY, last.path("properties").toString());
  }

  @Test
  void withoutTheExtensionNothingIsDocumented() {
    document("{\"type\":\"METHOD\",\"path\":\"/rewards\",\"method\":\"GET\"}", EVERY_KEY);
    export("oas30");

    JsonNode plain = read(call("GET", exports("oas30"), Map.of(), "").body());
    assertFalse(plain.has("x-amazon-apigateway-documentation"));
    assertTrue(plain.path("paths").path("/rewards").path("get").path("summary").isMissingNode());
  }

  /** Writes a part, in the place of the one that is there. */
  private void document(String location, String properties) {
    String file =
        "{\"openapi\":\"3.0.1\",\"x-amazon-apigateway-documentation\":{\"documentationParts\":[{\"location\":%s,\"properties\":%s}]}}"
            .formatted(location, properties);
    call("PUT", List.of("restapis", "loyaltyap1", "documentation", "parts"), Map.of(), file);
  }

  /** Publishes the documentation, unless that has been done, and exports it. */
  private JsonNode export(String type) {
    List<String> versions = List.of("restapis", "loyaltyap1", "documentation", "versions");
    if (read(call("GET", versions, Map.of(), "").body()).path("item").isEmpty()) {
      call("POST", versions, Map.of(), "{\"documentationVersion\":\"1\",\"stageName\":\"prod\"}");
    }
    return read(call("GET", exports(type), Map.of("extensions", "documentation"), "").body());
  }

  private static List<String> exports(String type) {
    return List.of("restapis", "loyaltyap1", "stages", "prod", "exports", type);
  }

  private GatewayReply call(
      String method, List<String> path, Map<String, String> query, String body) {
    return apiGateway.answer(new GatewayRequest(method, path, query, "application/json", body));
  }

  private static JsonNode read(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
