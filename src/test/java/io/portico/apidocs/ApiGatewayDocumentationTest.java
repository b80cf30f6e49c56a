package io.portico.apidocs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.portico.apidocs.ApiGatewayFailure.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the sandbox's API Gateway has is what the portal reads and writes. */
@Timeout(60)
class ApiGatewayDocumentationTest {
  private static final Location REWARDS = Location.parse("METHOD", "/rewards", "GET", null, null);

  private GatewayFixture fixture;
  private ApiGatewayDocumentation gateway;

  @BeforeEach
  void start() {
    fixture = new GatewayFixture(false);
    gateway = fixture.gateway;
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void apisComeWithTheirTags() {
    RestApi loyalty = fixture.api("loyaltyap1");
    assertEquals("loyalty", loyalty.name());
    assertEquals("Points for regular customers.", loyalty.description());
    assertEquals(Map.of("team", "marketing"), loyalty.tags());
  }

  @Test
  void anApiConsistsOfResourcesModelsAndAuthorizers() {
    ApiEntities loyalty = gateway.entities("loyaltyap1");
    ApiEntities.Resource points =
        loyalty.resources().stream()
            .filter(resource -> resource.path().equals("/accounts/{accountId}/points"))
            .findFirst()
            .orElseThrow();
    ApiEntities.Method get =
        points.methods().stream().filter(m -> m.verb().equals("GET")).findFirst().orElseThrow();
    assertEquals(Set.of("accountId"), get.pathParameters());
    assertEquals(Set.of("since"), get.queryParameters());
    assertEquals(Set.of(), get.headers());
    assertFalse(get.body());
    assertEquals(List.of(new ApiEntities.Response("200", Set.of(), true)), get.responses());
    ApiEntities.Method post =
        points.methods().stream().filter(m -> m.verb().equals("POST")).findFirst().orElseThrow();
    assertTrue(post.body());
    assertTrue(
        loyalty.models().contains(new ApiEntities.Model("Account", Set.of("accountId", "points"))));
    assertEquals(List.of("staff-tokens"), gateway.entities("ordersapi1").authorizers());
  }

  @Test
  void headersOfRequestsAndResponsesAreKept() {
    ApiEntities.Method patch =
        gateway.entities("ordersapi1").resources().stream()
            .filter(resource -> resource.path().equals("/orders/{orderId}"))
            .flatMap(resource -> resource.methods().stream())
            .filter(method -> method.verb().equals("PATCH"))
            .findFirst()
            .orElseThrow();
    assertEquals(Set.of("If-Match"), patch.headers());
    assertTrue(
        patch
            .responses()
            .contains(new ApiEntities.Response("200", Set.of("ETag", "X-Request-Id"), true)));
  }

  @Test
  void partsBeyondOnePageAreRead() {
    fixture.sandbox().addLargeApi();
    ReadParts parts = gateway.parts("warehouse1");
    assertEquals(2_000, parts.parts().size());
    assertEquals(List.of(), parts.unreadable());
    assertEquals(4, fixture.sandbox().tally().received("GetDocumentationParts"));
  }

  @Test
  void stagesTellTheirVersion() {
    assertEquals(
        List.of(
            new Stage("prod", Optional.of("2026-01")), new Stage("test", Optional.of("2026-02"))),
        gateway.stages("ordersapi1"));
    assertEquals(List.of(new Stage("prod", Optional.empty())), gateway.stages("loyaltyap1"));
  }

  @Test
  void aPartIsWrittenReadChangedAndDeleted() {
    Properties first = Properties.parse("{\"summary\":\"Lists rewards\",\"x-order\":1.0}");
    DocumentationPart made = gateway.create("loyaltyap1", REWARDS, first);
    assertEquals(Optional.of(made), gateway.part("loyaltyap1", REWARDS));

    Properties second = first.with(KeyPath.of("summary"), "Lists all rewards");
    gateway.update("loyaltyap1", new DocumentationPart(made.id(), REWARDS, second));
    assertEquals(
        Optional.of(second),
        gateway.part("loyaltyap1", REWARDS).map(DocumentationPart::properties));

    gateway.delete("loyaltyap1", made.id());
    assertEquals(Optional.empty(), gateway.part("loyaltyap1", REWARDS));
  }

  @Test
  void everySeededPartIsFoundAtItsPlace() {
    for (DocumentationPart part : gateway.parts("ordersapi1").parts()) {
      assertEquals(Optional.of(part), gateway.part("ordersapi1", part.location()));
    }
  }

  @Test
  void awsRefusalsAreTold() {
    Properties text = Properties.parse("{\"summary\":\"x\"}");
    gateway.create("loyaltyap1", REWARDS, text);
    ApiGatewayFailure twice =
        assertThrows(ApiGatewayFailure.class, () -> gateway.create("loyaltyap1", REWARDS, text));
    assertEquals(Kind.CONFLICT, twice.kind());
    ApiGatewayFailure gone =
        assertThrows(ApiGatewayFailure.class, () -> gateway.delete("loyaltyap1", "nosuchpart"));
    assertEquals(Kind.NOT_FOUND, gone.kind());
    assertEquals("Invalid Documentation part identifier specified", gone.getMessage());
    ApiGatewayFailure refused =
        assertThrows(
            ApiGatewayFailure.class,
            () -> gateway.importParts("loyaltyap1", "no file", ImportMode.MERGE, false));
    assertEquals(Kind.REFUSED, refused.kind());
    assertEquals("Unable to build importer with provided input.", refused.getMessage());
  }

  @Test
  void anImportChangesThePartsOfAFile() {
    String file =
        """
        {"openapi":"3.0.1","info":{"title":"t","version":"1"},"paths":{},
         "x-amazon-apigateway-documentation":{"documentationParts":[
           {"location":{"type":"METHOD","path":"/rewards","method":"GET"},
            "properties":{"summary":"Imported"}}]}}""";
    Imported imported = gateway.importParts("loyaltyap1", file, ImportMode.OVERWRITE, true);
    assertEquals(new Imported(1, List.of()), imported);
    List<DocumentationPart> parts = gateway.parts("loyaltyap1").parts();
    assertEquals(List.of(REWARDS), parts.stream().map(DocumentationPart::location).toList());
  }

  @Test
  void aStageIsExportedInEveryForm() throws Exception {
    for (ExportFormat format : ExportFormat.values()) {
      byte[] json =
          gateway.export(
              "ordersapi1",
              "prod",
              format,
              ExportNotation.JSON,
              Set.of(ExportExtension.DOCUMENTATION, ExportExtension.INTEGRATIONS));
      var document = new ObjectMapper().readTree(json);
      assertEquals("2026-01", document.at("/x-amazon-apigateway-documentation/version").asText());
      assertEquals(
          format == ExportFormat.OAS30 ? "3.0.1" : "2.0",
          document.path(format == ExportFormat.OAS30 ? "openapi" : "swagger").asText());
      byte[] yaml = gateway.export("ordersapi1", "prod", format, ExportNotation.YAML, Set.of());
      assertFalse(
          new String(yaml, StandardCharsets.UTF_8).contains("x-amazon-apigateway-documentation"));
    }
  }
}
