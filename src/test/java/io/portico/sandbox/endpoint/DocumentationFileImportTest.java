package io.portico.sandbox.endpoint;

import static io.portico.sandbox.endpoint.ApiGatewayFixture.LOYALTY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.apidocs.Location;
import io.portico.apidocs.Properties;
import io.portico.apidocs.openapi.DocumentationFile;
import io.portico.apidocs.openapi.FileDocumentation;
import io.portico.apidocs.openapi.OpenApiFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.apigateway.model.DocumentationPartLocation;
import software.amazon.awssdk.services.apigateway.model.ImportDocumentationPartsResponse;
import software.amazon.awssdk.services.apigateway.model.PutMode;

/** What the portal writes for API Gateway to import, API Gateway reads as it was meant. */
@Timeout(60)
class DocumentationFileImportTest {
  private ApiGatewayFixture fixture;

  @BeforeEach
  void start() {
    fixture = new ApiGatewayFixture(false);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void partsOfEveryTypeAreImportedWithoutAWarning() {
    Map<Location, Properties> parts = new LinkedHashMap<>();
    for (Location location :
        List.of(
            Location.api(),
            Location.parse("AUTHORIZER", "", "", "", "staff"),
            Location.parse("MODEL", "", "", "", "Reward.größe 𝄞"),
            Location.parse("RESOURCE", "/", "", "", ""),
            Location.parse("RESOURCE", "/rewards/{id}", "", "", ""),
            Location.parse("METHOD", "/", "*", "", ""),
            Location.parse("METHOD", "/rewards", "ANY", "", ""),
            Location.parse("PATH_PARAMETER", "/rewards/{id}", "*", "", "id"),
            Location.parse("QUERY_PARAMETER", "/rewards", "GET", "", "__proto__"),
            Location.parse("REQUEST_HEADER", "/rewards", "GET", "", "X-Trace"),
            Location.parse("REQUEST_BODY", "/rewards", "POST", "", ""),
            Location.parse("RESPONSE", "/", "*", "*", ""),
            Location.parse("RESPONSE_HEADER", "/rewards", "GET", "200", "Age"),
            Location.parse("RESPONSE_BODY", "/rewards", "GET", "404", ""))) {
      parts.put(location, Properties.parse("{\"description\":\"Of " + location.type() + "\"}"));
    }
    assertImported(parts);
  }

  @Test
  void textsAreImportedAsTheyAre() {
    Map<Location, Properties> parts = new LinkedHashMap<>();
    int number = 0;
    for (String properties :
        List.of(
            "{}",
            "{\"description\":\"\\u0000\\u001b[1m\\u007f\\u2028 𝄞 \\\"\\\\ </script>\\n\"}",
            "{\"z\":1,\"a\":[true,null,1.5],\"__proto__\":{\"\":{}},\"$ref\":\"#/paths\"}",
            "{\"a\":".repeat(63) + "{}" + "}".repeat(63),
            "{\"a\":\"" + "x".repeat(64 * 1024 - 8) + "\"}")) {
      parts.put(Location.parse("MODEL", "", "", "", "M" + number++), Properties.parse(properties));
    }
    assertImported(parts);
  }

  private void assertImported(Map<Location, Properties> parts) {
    ImportDocumentationPartsResponse imported =
        fixture.client.importDocumentationParts(
            r ->
                r.restApiId(LOYALTY)
                    .mode(PutMode.OVERWRITE)
                    .failOnWarnings(true)
                    .body(
                        SdkBytes.fromUtf8String(
                            new DocumentationFile("Rewards", "1", parts).json())));

    assertEquals(List.of(), imported.warnings());
    assertEquals(parts.size(), imported.ids().size());
    assertEquals(parts, draft());
    fixture.client.createDocumentationVersion(
        r -> r.restApiId(LOYALTY).documentationVersion("9").stageName("prod"));
    assertEquals(parts, export());
  }

  private Map<Location, Properties> draft() {
    Map<Location, Properties> parts = new LinkedHashMap<>();
    fixture
        .client
        .getDocumentationParts(r -> r.restApiId(LOYALTY).limit(500))
        .items()
        .forEach(part -> parts.put(location(part.location()), Properties.parse(part.properties())));
    return parts;
  }

  private static Location location(DocumentationPartLocation location) {
    return Location.parse(
        location.typeAsString(),
        location.path(),
        location.method(),
        location.statusCode(),
        location.name());
  }

  /** What the portal reads of API Gateway's own file. */
  private Map<Location, Properties> export() {
    OpenApiFile file =
        OpenApiFile.read(
            fixture
                .client
                .getExport(
                    r ->
                        r.restApiId(LOYALTY)
                            .stageName("prod")
                            .exportType("oas30")
                            .accepts("application/yaml")
                            .parameters(Map.of("extensions", "documentation")))
                .body()
                .asByteArray());
    Map<Location, Properties> parts = new LinkedHashMap<>();
    FileDocumentation.of(file)
        .parts()
        .forEach(part -> parts.put(part.location(), part.properties()));
    return parts;
  }
}
