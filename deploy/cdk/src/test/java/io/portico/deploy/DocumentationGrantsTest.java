package io.portico.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.deploy.configuration.ApiDocumentation;
import io.portico.deploy.configuration.DocumentationRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The portal may write as far as somebody is editor or publisher. */
class DocumentationGrantsTest {
  @Test
  void viewersTakeNoWriteAtAll() {
    assertEquals(
        List.of(grant("GET", "/restapis", "/restapis/*")), grants(DocumentationRole.VIEWER, "*"));
  }

  @Test
  void namedApisAreReadAlone() {
    assertEquals(
        List.of(grant("GET", "/restapis", "/restapis/api1", "/restapis/api1/*")),
        grants(DocumentationRole.VIEWER, "api1"));
  }

  @Test
  void editorsTakePartsAndNoStages() {
    assertEquals(
        List.of(
            grant("GET", "/restapis", "/restapis/api1", "/restapis/api1/*"),
            new DocumentationGrants.Grant(
                List.of("POST", "PUT"), List.of("/restapis/api1/documentation/parts")),
            new DocumentationGrants.Grant(
                List.of("DELETE", "PATCH"), List.of("/restapis/api1/documentation/parts/*"))),
        grants(DocumentationRole.EDITOR, "api1"));
  }

  @Test
  void publishersTakeVersionsAndStages() {
    List<DocumentationGrants.Grant> grants = grants(DocumentationRole.PUBLISHER, "tag:team=orders");
    assertEquals(
        List.of(
            grant("POST", "/restapis/*/documentation/versions"),
            new DocumentationGrants.Grant(
                List.of("DELETE", "PATCH"), List.of("/restapis/*/documentation/versions/*")),
            grant("PATCH", "/restapis/*/stages/*")),
        grants.subList(3, grants.size()));
  }

  private static DocumentationGrants.Grant grant(String verb, String... paths) {
    return new DocumentationGrants.Grant(List.of(verb), List.of(paths));
  }

  private static List<DocumentationGrants.Grant> grants(DocumentationRole role, String selector) {
    return DocumentationGrants.of(
        new ApiDocumentation(
            "eu-west-1", Map.of("team", Map.of(role, List.of(selector))), List.of()));
  }
}
