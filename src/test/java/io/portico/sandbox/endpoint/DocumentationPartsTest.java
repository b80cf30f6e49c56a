package io.portico.sandbox.endpoint;

import static io.portico.sandbox.endpoint.ApiGatewayFixture.LOYALTY;
import static io.portico.sandbox.endpoint.ApiGatewayFixture.ORDERS;
import static io.portico.sandbox.endpoint.ApiGatewayFixture.assertRefused;
import static io.portico.sandbox.endpoint.ApiGatewayFixture.method;
import static io.portico.sandbox.endpoint.ApiGatewayFixture.patch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.ApiGatewayException;
import software.amazon.awssdk.services.apigateway.model.BadRequestException;
import software.amazon.awssdk.services.apigateway.model.ConflictException;
import software.amazon.awssdk.services.apigateway.model.CreateDocumentationPartResponse;
import software.amazon.awssdk.services.apigateway.model.DocumentationPart;
import software.amazon.awssdk.services.apigateway.model.DocumentationPartLocation;
import software.amazon.awssdk.services.apigateway.model.DocumentationPartType;
import software.amazon.awssdk.services.apigateway.model.LocationStatusType;
import software.amazon.awssdk.services.apigateway.model.NotFoundException;
import software.amazon.awssdk.services.apigateway.model.Op;

/** AWS's own client cannot tell the sandbox's documentation parts from API Gateway's. */
@Timeout(60)
class DocumentationPartsTest {
  private static final String UNKNOWN_PART = "Invalid Documentation part identifier specified";
  private static final String UNKNOWN_API =
      "Invalid API identifier specified 123456789012:elsewhere1";

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
  void aPartIsCreatedReadChangedAndDeleted() {
    String text = "{ \"summary\": \"Sagt „Grüß Gott“\" }";
    CreateDocumentationPartResponse made = fixture.createMethodPart(LOYALTY, "/rewards", text);
    assertEquals(201, made.sdkHttpResponse().statusCode());
    assertEquals(method("/rewards"), made.location());
    assertEquals(
        text,
        client
            .getDocumentationPart(r -> r.restApiId(LOYALTY).documentationPartId(made.id()))
            .properties());

    change(made.id(), Op.REPLACE, "/properties", "{\"summary\":\"Rewards\"}");
    DocumentationPart changed =
        fixture.parts(LOYALTY).stream()
            .filter(p -> p.id().equals(made.id()))
            .findFirst()
            .orElseThrow();
    assertEquals("{\"summary\":\"Rewards\"}", changed.properties());
    assertEquals(method("/rewards"), changed.location());

    int status =
        client
            .deleteDocumentationPart(r -> r.restApiId(LOYALTY).documentationPartId(made.id()))
            .sdkHttpResponse()
            .statusCode();
    assertEquals(202, status);
    assertRefused(
        NotFoundException.class,
        404,
        UNKNOWN_PART,
        () ->
            client.getDocumentationPart(r -> r.restApiId(LOYALTY).documentationPartId(made.id())));
  }

  @Test
  void aLocationLeftOutIsTheRootAndAnyMethod() {
    DocumentationPartLocation given =
        DocumentationPartLocation.builder().type(DocumentationPartType.RESPONSE).build();
    DocumentationPartLocation made =
        client
            .createDocumentationPart(r -> r.restApiId(LOYALTY).location(given).properties("{}"))
            .location();

    assertEquals("/", made.path());
    assertEquals("*", made.method());
    assertEquals("*", made.statusCode());
    assertNull(made.name());
  }

  @Test
  void oneLocationTakesOnePart() {
    assertRefused(
        ConflictException.class,
        409,
        "Documentation part already exists for the specified location: type 'API'.",
        () ->
            client.createDocumentationPart(
                r ->
                    r.restApiId(LOYALTY)
                        .location(l -> l.type(DocumentationPartType.API))
                        .properties("{}")));
  }

  @ParameterizedTest
  @CsvSource({
    "add, /properties, Invalid patch path  '/properties' specified for op 'add'. Please choose supported operations",
    "replace, /location, Invalid patch path  '/location' specified for op 'replace'. Must be one of: [/properties]"
  })
  void onlyThePropertiesAreReplaced(String op, String path, String message) {
    String id = fixture.parts(LOYALTY).get(0).id();

    assertRefused(
        BadRequestException.class, 400, message, () -> change(id, Op.fromValue(op), path, "{}"));
    assertEquals(
        "{\"info\":{\"description\":\"TBD\"}}", fixture.parts(LOYALTY).get(0).properties());
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    assertRefused(
        NotFoundException.class,
        404,
        UNKNOWN_API,
        () -> client.getDocumentationParts(r -> r.restApiId("elsewhere1")));
    assertRefused(
        NotFoundException.class,
        404,
        UNKNOWN_API,
        () -> fixture.createMethodPart("elsewhere1", "/", "{}"));
    assertRefused(
        NotFoundException.class,
        404,
        UNKNOWN_API,
        () ->
            client.deleteDocumentationPart(
                r -> r.restApiId("elsewhere1").documentationPartId("x")));
    assertRefused(
        NotFoundException.class,
        404,
        UNKNOWN_PART,
        () -> client.getDocumentationPart(r -> r.restApiId("elsewhere1").documentationPartId("x")));
    assertRefused(
        NotFoundException.class,
        404,
        UNKNOWN_PART,
        () -> client.deleteDocumentationPart(r -> r.restApiId(ORDERS).documentationPartId("x")));
  }

  @Test
  void anUnknownTypeIsAnErrorThatNoClassIsMadeFor() {
    ApiGatewayException refusal =
        assertThrows(
            ApiGatewayException.class,
            () ->
                client.createDocumentationPart(
                    r -> r.restApiId(ORDERS).location(l -> l.type("PAGE")).properties("{}")));

    assertEquals(400, refusal.statusCode());
    assertEquals("ValidationException", refusal.awsErrorDetails().errorCode());
    assertFalse(refusal instanceof BadRequestException);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text", "[1]", "{\"open\":", "null"})
  void propertiesAreAJsonObject(String properties) {
    assertThrows(
        BadRequestException.class, () -> fixture.createMethodPart(LOYALTY, "/rewards", properties));
    assertEquals(3, fixture.parts(LOYALTY).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2XX", "default", "20", "600"})
  void aStatusCodeHasThreeDigits(String code) {
    assertThrows(
        BadRequestException.class,
        () ->
            client.createDocumentationPart(
                r ->
                    r.restApiId(LOYALTY)
                        .location(l -> l.type(DocumentationPartType.RESPONSE).statusCode(code))
                        .properties("{}")));
  }

  @Test
  void listsAreFilteredByTypeNameAndPath() {
    List<DocumentationPart> found =
        client
            .getDocumentationParts(
                r ->
                    r.restApiId(ORDERS).type(DocumentationPartType.QUERY_PARAMETER).path("/orders"))
            .items();
    assertEquals(
        Set.of("status", "customerId"),
        found.stream().map(part -> part.location().name()).collect(Collectors.toSet()));

    assertEquals(
        "/orders",
        client
            .getDocumentationParts(r -> r.restApiId(ORDERS).nameQuery("customerId"))
            .items()
            .get(0)
            .location()
            .path());
  }

  @Test
  void entitiesWithoutDocumentationAreListed() {
    List<DocumentationPart> found =
        client
            .getDocumentationParts(
                r ->
                    r.restApiId(LOYALTY)
                        .type(DocumentationPartType.METHOD)
                        .locationStatus(LocationStatusType.UNDOCUMENTED))
            .items();

    assertEquals(5, found.size());
    assertTrue(found.stream().allMatch(part -> part.id() == null && part.properties() == null));
  }

  private void change(String id, Op op, String path, String value) {
    client.updateDocumentationPart(
        r -> r.restApiId(LOYALTY).documentationPartId(id).patchOperations(patch(op, path, value)));
  }
}
