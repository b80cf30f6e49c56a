package io.portico.apidocs.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portico.apidocs.Documentation;
import io.portico.apidocs.DocumentationPart;
import io.portico.apidocs.Location;
import io.portico.apidocs.Properties;
import io.portico.sandbox.endpoint.ApiGatewayFixture;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.apigateway.model.DocumentationPartLocation;
import software.amazon.awssdk.services.apigateway.model.PutMode;

/** The document we foretell is the one that a stage's export becomes. */
@Timeout(60)
class DraftDocumentTest {
  private ApiGatewayFixture fixture;

  @BeforeEach
  void start() {
    fixture = new ApiGatewayFixture(false);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @ParameterizedTest
  @CsvSource({
    "ordersapi1, prod, oas30",
    "ordersapi1, prod, swagger",
    "ordersapi1, test, oas30",
    "ordersapi1, test, swagger",
    "loyaltyap1, prod, oas30",
    "loyaltyap1, prod, swagger"
  })
  void aDraftIsForetold(String api, String stage, String format) {
    assertForetold(api, stage, format);
  }

  @ParameterizedTest
  @CsvSource({
    "ordersapi1, prod, oas30, 1",
    "ordersapi1, test, swagger, 2",
    "loyaltyap1, prod, oas30, 3",
    "loyaltyap1, prod, swagger, 4"
  })
  void soIsOneThatSaysWhateverItMayOfAnything(String api, String stage, String format, int seed) {
    fixture.client.importDocumentationParts(
        r ->
            r.restApiId(api)
                .mode(PutMode.OVERWRITE)
                .failOnWarnings(true)
                .body(SdkBytes.fromUtf8String(randomDraft(api, stage, new Random(seed)))));
    assertForetold(api, stage, format);
  }

  @ParameterizedTest
  @ValueSource(strings = {"oas30", "swagger"})
  void soIsTheDraftOfAnApiAsLargeAsAwsLetsItBe(String format) {
    fixture.apiGateway().addLargeApi();
    assertForetold("warehouse1", "prod", format);
  }

  private void assertForetold(String api, String stage, String format) {
    JsonNode before = export(api, stage, format, Map.of());
    JsonNode foretold =
        JacksonTrees.node(DraftDocument.of(OpenApiFile.read(before.toString()), draft(api)));
    fixture.client.createDocumentationVersion(
        r -> r.restApiId(api).documentationVersion("next").stageName(stage));
    JsonNode after = export(api, stage, format, Map.of("extensions", "documentation"));

    assertEquals("draft", extension(foretold).remove("version").asText());
    extension(after).remove(List.of("version", "createdDate"));
    assertEquals(after, foretold);
    assertNotEquals(before, foretold);
  }

  private static ObjectNode extension(JsonNode document) {
    return (ObjectNode) document.path("x-amazon-apigateway-documentation");
  }

  private JsonNode export(String api, String stage, String format, Map<String, String> parameters) {
    return JacksonTrees.read(
        fixture
            .client
            .getExport(
                r ->
                    r.restApiId(api)
                        .stageName(stage)
                        .exportType(format)
                        .parameters(parameters)
                        .accepts("application/json"))
            .body()
            .asUtf8String());
  }

  private Documentation draft(String api) {
    List<DocumentationPart> parts = new ArrayList<>();
    String position = null;
    do {
      String here = position;
      var page =
          fixture.client.getDocumentationParts(r -> r.restApiId(api).limit(500).position(here));
      for (var part : page.items()) {
        parts.add(
            new DocumentationPart(
                part.id(), place(part.location()), Properties.parse(part.properties())));
      }
      position = page.position();
    } while (position != null);
    return new Documentation(parts);
  }

  private static Location place(DocumentationPartLocation place) {
    return Location.parse(
        place.typeAsString(), place.path(), place.method(), place.statusCode(), place.name());
  }

  /** A file of 300 parts about places of the API and above them. */
  private String randomDraft(String api, String stage, Random random) {
    Set<Location> all = new LinkedHashSet<>();
    DocumentPlaces.of(export(api, stage, "oas30", Map.of()))
        .forEach(place -> all.addAll(place.generalisations()));
    List<Location> places = List.copyOf(all);
    Set<Location> chosen = new LinkedHashSet<>();
    for (int i = 0; i < 300; i++) {
      chosen.add(places.get(random.nextInt(places.size())));
    }
    assertTrue(chosen.size() > 50, "places: " + chosen.size());
    Documentation draft =
        new Documentation(
            chosen.stream()
                .map(place -> new DocumentationPart("", place, randomProperties(random)))
                .toList());
    return JacksonTrees.node(DraftDocument.of(OpenApiFile.read("{\"openapi\":\"3.0.1\"}"), draft))
        .toString();
  }

  private static Properties randomProperties(Random random) {
    List<String> members =
        List.of(
            "\"summary\":\"S%d\"",
            "\"description\":\"D%d\"",
            "\"title\":\"T%d\"",
            "\"tags\":[\"t%d\"]",
            "\"deprecated\":true,\"n\":%d",
            "\"x-own\":{\"n\":%d}",
            "\"info\":{\"version\":\"9\",\"title\":\"I%d\",\"x-in\":1,\"odd\":null}",
            "\"info\":\"no object %d\"",
            "\"parameters\":[%d]",
            "\"$ref\":\"#/%d\"");
    StringBuilder json = new StringBuilder();
    for (String member : members) {
      boolean twice = member.startsWith("\"info\"") && json.indexOf("\"info\"") >= 0;
      if (!twice && random.nextBoolean()) {
        json.append(json.isEmpty() ? "" : ",").append(member.formatted(random.nextInt(1000)));
      }
    }
    return Properties.parse("{" + json + "}");
  }
}
