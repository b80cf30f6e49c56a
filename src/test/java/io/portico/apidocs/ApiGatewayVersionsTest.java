package io.portico.apidocs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.portico.apidocs.ApiGatewayFailure.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The versions that the sandbox's API Gateway has, and the stages that show them. */
@Timeout(60)
class ApiGatewayVersionsTest {
  private GatewayFixture fixture;
  private ApiGatewayVersions versions;

  @BeforeEach
  void start() {
    fixture = new GatewayFixture(false);
    versions = fixture.versions;
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  private List<String> names(String api) {
    return versions.versions(api).stream().map(DocumentationVersion::name).toList();
  }

  @Test
  void aVersionIsMadeReadDescribedAndDeleted() {
    DocumentationVersion made = versions.createVersion("loyaltyap1", "1.0.0", "The first");
    assertEquals("1.0.0", made.name());
    assertEquals("The first", made.description());
    assertEquals(List.of(made), versions.versions("loyaltyap1"));
    assertEquals(Optional.of(made), versions.version("loyaltyap1", "1.0.0"));

    versions.describeVersion("loyaltyap1", "1.0.0", "");
    assertEquals(
        Optional.of(new DocumentationVersion("1.0.0", "", made.created())),
        versions.version("loyaltyap1", "1.0.0"));

    versions.deleteVersion("loyaltyap1", "1.0.0");
    assertEquals(Optional.empty(), versions.version("loyaltyap1", "1.0.0"));
    assertEquals(List.of(), versions.versions("loyaltyap1"));
  }

  @Test
  void aNewVersionIsShownNowhere() {
    List<Stage> before = fixture.gateway.stages("ordersapi1");
    versions.createVersion("ordersapi1", "1.0.0", "");
    assertEquals(before, fixture.gateway.stages("ordersapi1"));
  }

  @Test
  void aStageShowsTheVersionItIsTold() throws Exception {
    versions.createVersion("loyaltyap1", "1.0.0", "");
    versions.show("loyaltyap1", "prod", "1.0.0");
    assertEquals(
        List.of(new Stage("prod", Optional.of("1.0.0"))), fixture.gateway.stages("loyaltyap1"));
    byte[] export =
        fixture.gateway.export(
            "loyaltyap1",
            "prod",
            ExportFormat.OAS30,
            ExportNotation.JSON,
            Set.of(ExportExtension.DOCUMENTATION));
    assertEquals(
        "1.0.0",
        new ObjectMapper()
            .readTree(export)
            .at("/x-amazon-apigateway-documentation/version")
            .asText());
  }

  @Test
  void versionsBeyondOnePageAreRead() {
    List<String> made = IntStream.rangeClosed(1, 501).mapToObj(i -> "1.0." + i).toList();
    made.forEach(name -> versions.createVersion("loyaltyap1", name, ""));
    assertEquals(made, names("loyaltyap1"));
    assertEquals(2, fixture.sandbox().tally().received("GetDocumentationVersions"));
  }

  /** A name is one segment of the address, whatever it holds. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026/11",
        "50%",
        "a%2Fb",
        "before the audit",
        "a+b",
        "a?b=c&d#e",
        "<b>\"x\"</b>",
        "Größe 日本 👩‍🚀",
        "../prod",
        "...",
        "a;b",
        "x\\y"
      })
  void aNameMayHoldAnything(String name) {
    versions.createVersion("loyaltyap1", "other", "");
    DocumentationVersion made = versions.createVersion("loyaltyap1", name, name);
    assertEquals(new DocumentationVersion(name, name, made.created()), made);
    assertEquals(Optional.of(made), versions.version("loyaltyap1", name));
    versions.describeVersion("loyaltyap1", name, "Described");
    assertEquals(
        Optional.of("Described"),
        versions.version("loyaltyap1", name).map(DocumentationVersion::description));
    versions.show("loyaltyap1", "prod", name);
    assertEquals(
        List.of(new Stage("prod", Optional.of(name))), fixture.gateway.stages("loyaltyap1"));
    versions.show("loyaltyap1", "prod", "other");
    versions.deleteVersion("loyaltyap1", name);
    assertEquals(List.of("other"), names("loyaltyap1"));
  }

  private static void assertFails(Kind kind, String sentence, Executable call) {
    ApiGatewayFailure failure = assertThrows(ApiGatewayFailure.class, call);
    assertEquals(kind, failure.kind());
    assertEquals(sentence, failure.getMessage());
  }

  @Test
  void aVersionThatAStageShowsStays() {
    assertFails(
        Kind.REFUSED,
        "Cannot delete documentation version because there are API Stages associated with it.",
        () -> versions.deleteVersion("ordersapi1", "2026-01"));
    assertEquals(List.of("2026-01", "2026-02"), names("ordersapi1"));
  }

  @Test
  void aNameIsTakenOnce() {
    ApiGatewayFailure twice =
        assertThrows(
            ApiGatewayFailure.class, () -> versions.createVersion("ordersapi1", "2026-01", "x"));
    assertEquals(Kind.CONFLICT, twice.kind());
  }

  @Test
  void whatIsNotThereIsNotFound() {
    String unknown = "Invalid Documentation version specified";
    assertEquals(Optional.empty(), versions.version("loyaltyap1", "9"));
    assertFails(Kind.NOT_FOUND, unknown, () -> versions.describeVersion("loyaltyap1", "9", "text"));
    assertFails(Kind.NOT_FOUND, unknown, () -> versions.deleteVersion("loyaltyap1", "9"));
    assertFails(Kind.NOT_FOUND, unknown, () -> versions.show("loyaltyap1", "prod", "9"));
    ApiGatewayFailure noStage =
        assertThrows(
            ApiGatewayFailure.class, () -> versions.show("ordersapi1", "nosuchstage", "2026-01"));
    assertEquals(Kind.NOT_FOUND, noStage.kind());
    ApiGatewayFailure noApi =
        assertThrows(ApiGatewayFailure.class, () -> versions.versions("nosuchapi1"));
    assertEquals(Kind.NOT_FOUND, noApi.kind());
  }

  @Test
  void aSecondVersionWithinTwentySecondsIsAskedForOnce() {
    try (GatewayFixture busy = new GatewayFixture(true)) {
      busy.versions.createVersion("loyaltyap1", "1.0.0", "");
      ApiGatewayFailure soon =
          assertThrows(
              ApiGatewayFailure.class,
              () -> busy.versions.createVersion("loyaltyap1", "1.0.1", ""));
      assertEquals(Kind.BUSY, soon.kind());
      assertEquals(2, busy.sandbox().tally().received("CreateDocumentationVersion"));
      assertEquals(1, busy.sandbox().tally().throttled("CreateDocumentationVersion"));
    }
  }
}
