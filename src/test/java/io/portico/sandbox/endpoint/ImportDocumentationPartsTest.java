package io.portico.sandbox.endpoint;

import static io.portico.sandbox.endpoint.ApiGatewayFixture.LOYALTY;
import static io.portico.sandbox.endpoint.ApiGatewayFixture.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.BadRequestException;
import software.amazon.awssdk.services.apigateway.model.DocumentationPart;
import software.amazon.awssdk.services.apigateway.model.GetDocumentationPartsResponse;
import software.amazon.awssdk.services.apigateway.model.ImportDocumentationPartsResponse;
import software.amazon.awssdk.services.apigateway.model.LimitExceededException;
import software.amazon.awssdk.services.apigateway.model.PutMode;

/** AWS's own client cannot tell the sandbox's imports of parts from API Gateway's. */
@Timeout(60)
class ImportDocumentationPartsTest {
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
  void longListsComeInPagesOfAtMostFiveHundred() {
    importFile(LOYALTY, PutMode.OVERWRITE, definition(1203));

    GetDocumentationPartsResponse byDefault =
        client.getDocumentationParts(r -> r.restApiId(LOYALTY));
    assertEquals(25, byDefault.items().size());
    Set<String> ids = new HashSet<>();
    GetDocumentationPartsResponse page =
        client.getDocumentationParts(r -> r.restApiId(LOYALTY).limit(500));
    int pages = 1;
    page.items().forEach(part -> ids.add(part.id()));
    while (page.position() != null) {
      String position = page.position();
      page = client.getDocumentationParts(r -> r.restApiId(LOYALTY).limit(500).position(position));
      page.items().forEach(part -> ids.add(part.id()));
      pages++;
    }
    assertEquals(3, pages);
    assertEquals(1203, ids.size());
    assertThrows(
        BadRequestException.class,
        () -> client.getDocumentationParts(r -> r.restApiId(LOYALTY).limit(501)));
    assertThrows(
        BadRequestException.class,
        () -> client.getDocumentationParts(r -> r.restApiId(LOYALTY).position("guess")));
  }

  @Test
  void moreThanTwoThousandPartsAreAQuotaAndNothingChanges() {
    LimitExceededException refusal =
        assertThrows(
            LimitExceededException.class,
            () -> importFile(LOYALTY, PutMode.OVERWRITE, definition(2001)));
    assertEquals(429, refusal.statusCode());
    assertEquals(3, fixture.parts(LOYALTY).size());

    importFile(LOYALTY, PutMode.OVERWRITE, definition(2000));
    assertThrows(
        LimitExceededException.class, () -> fixture.createMethodPart(LOYALTY, "/rewards", "{}"));
  }

  @Test
  void mergingKeepsWhatTheFileDoesNotName() {
    String before = fixture.parts(LOYALTY).get(0).id();

    ImportDocumentationPartsResponse imported =
        importFile(
            LOYALTY,
            PutMode.MERGE,
            file(
                "{\"location\":{\"type\":\"API\"},\"properties\":{\"x-owner\":\"us\"}},"
                    + "{\"location\":{\"type\":\"METHOD\",\"path\":\"/rewards\",\"method\":\"GET\"},\"properties\":{\"summary\":\"New\"}}"));

    List<DocumentationPart> parts = fixture.parts(LOYALTY);
    assertEquals(4, parts.size());
    assertEquals(before, parts.get(0).id());
    assertEquals(List.of(before, parts.get(3).id()), imported.ids());
    assertEquals(
        "{\"info\":{\"description\":\"TBD\"},\"x-owner\":\"us\"}", parts.get(0).properties());
  }

  @Test
  void overwritingLeavesOnlyTheFileWithNewIds() {
    String before = fixture.parts(LOYALTY).get(0).id();

    importFile(
        LOYALTY,
        PutMode.OVERWRITE,
        file("{\"location\":{\"type\":\"API\"},\"properties\":{\"x-owner\":\"us\"}}"));

    DocumentationPart only = fixture.parts(LOYALTY).get(0);
    assertEquals(1, fixture.parts(LOYALTY).size());
    assertNotEquals(before, only.id());
    assertEquals("{\"x-owner\":\"us\"}", only.properties());
  }

  @Test
  void warningsAreToldOrFailTheImportAsAWhole() {
    SdkBytes file =
        SdkBytes.fromUtf8String(
            """
            openapi: 3.0.1
            info: {title: Rewards, description: All rewards}
            paths:
              /rewards:
                get:
                  summary: List rewards
                  responses:
                    '200': {description: The rewards}
                    default: {description: Anything else}
            """);
    assertThrows(
        BadRequestException.class,
        () ->
            client.importDocumentationParts(
                r -> r.restApiId(LOYALTY).failOnWarnings(true).body(file)));
    assertEquals(
        "{\"info\":{\"description\":\"TBD\"}}", fixture.parts(LOYALTY).get(0).properties());

    ImportDocumentationPartsResponse imported =
        client.importDocumentationParts(r -> r.restApiId(LOYALTY).body(file));
    assertEquals(1, imported.warnings().size());
    assertTrue(imported.warnings().get(0).contains("'default'"), imported.warnings().get(0));
    assertEquals(3, imported.ids().size());
    assertEquals(
        "{\"info\":{\"description\":\"All rewards\"}}", fixture.parts(LOYALTY).get(0).properties());
  }

  @ParameterizedTest
  @CsvSource({
    "'{', Unable to build importer with provided input.",
    "'%PDF', Unable to build importer with provided input.",
    "'{}', Unable to build importer with provided input.",
    "'{\"openapi\":\"3.1.0\"}', Invalid OpenAPI input."
  })
  void whatIsNoDefinitionIsNotImported(String body, String message) {
    assertRefused(
        BadRequestException.class,
        400,
        message,
        () -> importFile(LOYALTY, PutMode.OVERWRITE, body));
    assertEquals(3, fixture.parts(LOYALTY).size());
  }

  private ImportDocumentationPartsResponse importFile(String api, PutMode mode, String file) {
    return client.importDocumentationParts(
        r -> r.restApiId(api).mode(mode).body(SdkBytes.fromUtf8String(file)));
  }

  private static String definition(int parts) {
    return file(
        IntStream.range(0, parts)
            .mapToObj(
                i ->
                    "{\"location\":{\"type\":\"RESOURCE\",\"path\":\"/r%d\"},\"properties\":{}}"
                        .formatted(i))
            .collect(Collectors.joining(",")));
  }

  private static String file(String parts) {
    return "{\"openapi\":\"3.0.1\",\"x-amazon-apigateway-documentation\":{\"documentationParts\":["
        + parts
        + "]}}";
  }
}
