package io.portico.sandbox.endpoint;

import static io.portico.sandbox.endpoint.ApiGatewayFixture.LOYALTY;
import static io.portico.sandbox.endpoint.ApiGatewayFixture.ORDERS;
import static io.portico.sandbox.endpoint.ApiGatewayFixture.assertRefused;
import static io.portico.sandbox.endpoint.ApiGatewayFixture.patch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.portico.sandbox.apigateway.Tally;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.BadRequestException;
import software.amazon.awssdk.services.apigateway.model.ConflictException;
import software.amazon.awssdk.services.apigateway.model.DocumentationVersion;
import software.amazon.awssdk.services.apigateway.model.GetExportResponse;
import software.amazon.awssdk.services.apigateway.model.Method;
import software.amazon.awssdk.services.apigateway.model.NotFoundException;
import software.amazon.awssdk.services.apigateway.model.Op;
import software.amazon.awssdk.services.apigateway.model.Resource;
import software.amazon.awssdk.services.apigateway.model.Stage;
import software.amazon.awssdk.services.apigateway.model.TooManyRequestsException;

/** APIs, versions, stages and exports, as AWS's own client sees them. */
@Timeout(60)
class PublishedDocumentationTest {
  private static final String EXTENSION = "x-amazon-apigateway-documentation";

  private ApiGatewayFixture fixture;
  private ApiGatewayClient client;

  @BeforeEach
  void start() {
    fixture = new ApiGatewayFixture(false);
    client = fixture.client;
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void theAccountHasTwoApis() {
    assertEquals(
        List.of(ORDERS, LOYALTY),
        client.getRestApis(r -> {}).items().stream().map(api -> api.id()).toList());
    assertEquals("orders", client.getRestApi(r -> r.restApiId(ORDERS)).name());
    assertEquals(
        "order-management", client.getRestApi(r -> r.restApiId(ORDERS)).tags().get("team"));
    assertEquals(
        Map.of("team", "marketing"),
        client
            .getTags(r -> r.resourceArn("arn:aws:apigateway:eu-west-1::/restapis/" + LOYALTY))
            .tags());
  }

  @Test
  void resourcesComeWithTheirMethodsWhenAsked() {
    Resource bare = order(client.getResources(r -> r.restApiId(ORDERS)).items());
    Resource whole =
        order(client.getResources(r -> r.restApiId(ORDERS).embed("methods").limit(500)).items());

    assertNull(bare.resourceMethods().get("PATCH").httpMethod());
    Method patch = whole.resourceMethods().get("PATCH");
    assertEquals("PATCH", patch.httpMethod());
    assertEquals(
        Map.of("method.request.path.orderId", true, "method.request.header.If-Match", true),
        patch.requestParameters());
    assertEquals(Map.of("application/json", "OrderChange"), patch.requestModels());
    assertEquals(
        Map.of("application/json", "Problem"), patch.methodResponses().get("412").responseModels());
    assertTrue(
        patch
            .methodResponses()
            .get("200")
            .responseParameters()
            .containsKey("method.response.header.ETag"));
    assertEquals(
        client.getAuthorizers(r -> r.restApiId(ORDERS)).items().get(0).id(), patch.authorizerId());
  }

  @Test
  void everyResourceButTheRootHasAParent() {
    List<Resource> resources = client.getResources(r -> r.restApiId(ORDERS).limit(500)).items();
    Map<String, String> paths =
        resources.stream().collect(Collectors.toMap(Resource::id, Resource::path));

    for (Resource resource : resources) {
      if (!resource.path().equals("/")) {
        String parent = paths.get(resource.parentId());
        assertEquals(
            resource.path(), (parent.equals("/") ? "" : parent) + "/" + resource.pathPart());
      }
    }
  }

  @Test
  void modelsReferToOneAnotherByAddress() {
    String schema =
        client.getModels(r -> r.restApiId(ORDERS)).items().stream()
            .filter(model -> model.name().equals("NewOrder"))
            .findFirst()
            .orElseThrow()
            .schema();

    assertTrue(
        schema.contains("https://apigateway.amazonaws.com/restapis/ordersapi1/models/LineItem"),
        schema);
  }

  @Test
  void aStageShowsAVersionOrNone() {
    Map<String, Stage> stages =
        client.getStages(r -> r.restApiId(ORDERS)).item().stream()
            .collect(Collectors.toMap(Stage::stageName, stage -> stage));

    assertEquals("2026-01", stages.get("prod").documentationVersion());
    assertEquals("2026-02", stages.get("test").documentationVersion());
    assertNull(client.getStage(r -> r.restApiId(LOYALTY).stageName("prod")).documentationVersion());
  }

  @Test
  void aVersionDoesNotChangeWithTheDraft() throws IOException {
    fixture.createMethodPart(LOYALTY, "/rewards", "{\"summary\":\"List rewards\"}");
    client.createDocumentationVersion(
        r -> r.restApiId(LOYALTY).documentationVersion("1.0 beta/2").stageName("prod"));
    fixture.createMethodPart(LOYALTY, "/later", "{}");

    JsonNode extension = export(LOYALTY, "prod", "oas30").path(EXTENSION);
    assertEquals("1.0 beta/2", extension.path("version").asText());
    assertEquals(4, extension.path("documentationParts").size());
    assertEquals(
        "1.0 beta/2",
        client
            .getDocumentationVersion(r -> r.restApiId(LOYALTY).documentationVersion("1.0 beta/2"))
            .version());
  }

  @Test
  void aVersionIsMadeOnceDescribedAndDeletedWhenNoStageBearsIt() {
    Instant now = Instant.ofEpochSecond(fixture.sandbox.clock.instant().getEpochSecond());
    client.createDocumentationVersion(
        r -> r.restApiId(ORDERS).documentationVersion("2026-03").description("Reports"));
    assertThrows(
        ConflictException.class,
        () ->
            client.createDocumentationVersion(
                r -> r.restApiId(ORDERS).documentationVersion("2026-03")));
    client.updateDocumentationVersion(
        r ->
            r.restApiId(ORDERS)
                .documentationVersion("2026-03")
                .patchOperations(patch(Op.REPLACE, "/description", "Daily reports")));

    List<DocumentationVersion> versions =
        client.getDocumentationVersions(r -> r.restApiId(ORDERS)).items();
    assertEquals(
        List.of("2026-01", "2026-02", "2026-03"),
        versions.stream().map(DocumentationVersion::version).toList());
    assertEquals("Daily reports", versions.get(2).description());
    assertFalse(versions.get(2).createdDate().isBefore(now));

    assertRefused(
        BadRequestException.class,
        400,
        "Cannot delete documentation version because there are API Stages associated with it.",
        () ->
            client.deleteDocumentationVersion(
                r -> r.restApiId(ORDERS).documentationVersion("2026-02")));
    client.deleteDocumentationVersion(r -> r.restApiId(ORDERS).documentationVersion("2026-03"));
    assertRefused(
        NotFoundException.class,
        404,
        "Invalid Documentation version specified",
        () ->
            client.getDocumentationVersion(
                r -> r.restApiId(ORDERS).documentationVersion("2026-03")));
  }

  @Test
  void anotherVersionIsShownOnAStage() throws IOException {
    show("/documentationVersion", "2026-02");

    assertEquals(
        "2026-02", export(ORDERS, "prod", "swagger").path(EXTENSION).path("version").asText());
    assertThrows(NotFoundException.class, () -> show("/documentationVersion", "2031-01"));
    assertThrows(BadRequestException.class, () -> show("/description", "Mine"));
  }

  @Test
  void aVersionForAnUnknownStageIsNotMade() {
    assertThrows(
        NotFoundException.class,
        () ->
            client.createDocumentationVersion(
                r -> r.restApiId(ORDERS).documentationVersion("2026-03").stageName("nowhere")));
    assertEquals(2, client.getDocumentationVersions(r -> r.restApiId(ORDERS)).items().size());
  }

  @Test
  void bothNotationsSayTheSame() throws IOException {
    GetExportResponse yaml =
        client.getExport(
            r ->
                r.restApiId(ORDERS)
                    .stageName("test")
                    .exportType("oas30")
                    .parameters(Map.of("extensions", "documentation"))
                    .accepts("application/yaml"));

    assertEquals("application/yaml", yaml.contentType());
    assertTrue(yaml.contentDisposition().startsWith("attachment"), yaml.contentDisposition());
    assertEquals(
        export(ORDERS, "test", "oas30"), new YAMLMapper().readTree(yaml.body().asUtf8String()));
  }

  @Test
  void aStageWithoutAVersionIsExportedWithoutDocumentation() throws IOException {
    JsonNode definition = export(LOYALTY, "prod", "oas30");

    assertFalse(definition.has(EXTENSION));
    assertEquals("Points for regular customers.", definition.at("/info/description").asText());
    JsonNode get = definition.path("paths").path("/accounts/{accountId}").path("get");
    assertFalse(get.has("summary"));
    assertEquals("200 response", get.at("/responses/200/description").asText());
  }

  @Test
  void anExportCanBeImportedAgain() throws IOException {
    String file = export(ORDERS, "prod", "swagger").toString();

    int written =
        client
            .importDocumentationParts(
                r ->
                    r.restApiId(LOYALTY)
                        .mode("overwrite")
                        .failOnWarnings(true)
                        .body(SdkBytes.fromUtf8String(file)))
            .ids()
            .size();

    assertEquals(
        export(ORDERS, "prod", "swagger").path(EXTENSION).path("documentationParts").size(),
        written);
  }

  @Test
  void aResetForgetsEveryChange() {
    client.createDocumentationVersion(r -> r.restApiId(LOYALTY).documentationVersion("1.0"));

    fixture.sandbox.account.apiGateway().reset();

    assertTrue(client.getDocumentationVersions(r -> r.restApiId(LOYALTY)).items().isEmpty());
  }

  @Test
  void throttlingSaysWhenToComeAgain() {
    try (ApiGatewayFixture busy = new ApiGatewayFixture(true)) {
      busy.client.createDocumentationVersion(r -> r.restApiId(ORDERS).documentationVersion("a"));

      TooManyRequestsException refusal =
          assertThrows(
              TooManyRequestsException.class,
              () ->
                  busy.client.createDocumentationVersion(
                      r -> r.restApiId(ORDERS).documentationVersion("b")));
      assertEquals(429, refusal.statusCode());
      int seconds = Integer.parseInt(refusal.retryAfterSeconds());
      assertTrue(seconds > 0 && seconds <= 20, refusal.retryAfterSeconds());
      Tally tally = busy.sandbox.account.apiGateway().tally();
      assertEquals(2, tally.received("CreateDocumentationVersion"));
      assertEquals(1, tally.throttled("CreateDocumentationVersion"));
    }
  }

  private void show(String path, String value) {
    client.updateStage(
        r -> r.restApiId(ORDERS).stageName("prod").patchOperations(patch(Op.REPLACE, path, value)));
  }

  private JsonNode export(String api, String stage, String type) throws IOException {
    return new ObjectMapper()
        .readTree(
            client
                .getExport(
                    r ->
                        r.restApiId(api)
                            .stageName(stage)
                            .exportType(type)
                            .parameters(Map.of("extensions", "documentation"))
                            .accepts("application/json"))
                .body()
                .asUtf8String());
  }

  private static Resource order(List<Resource> resources) {
    return resources.stream()
        .filter(resource -> resource.path().equals("/orders/{orderId}"))
        .findFirst()
        .orElseThrow();
  }
}
