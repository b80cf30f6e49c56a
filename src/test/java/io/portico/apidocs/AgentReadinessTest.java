package io.portico.apidocs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class AgentReadinessTest {
  private static AgentReadiness of(String path, String verb, DocumentationPart... parts) {
    Location method = Location.parse("METHOD", path, verb, null, null);
    return Contents.of(Petstore.entities(), new Documentation(List.of(parts)))
        .api()
        .orElseThrow()
        .branches()
        .stream()
        .flatMap(resource -> resource.branches().stream())
        .filter(branch -> branch.entry().location().equals(method))
        .map(AgentReadiness::of)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> missing(AgentReadiness readiness) {
    return readiness.missing().stream()
        .map(
            missing ->
                missing.location().type()
                    + " "
                    + missing.location().name()
                    + missing.location().statusCode()
                    + " "
                    + missing.field().path())
        .toList();
  }

  @Test
  void aWellDescribedOperationIsReady() {
    AgentReadiness readiness =
        of("/pets", "GET", Petstore.parts().toArray(DocumentationPart[]::new));
    assertEquals(List.of(), missing(readiness));
    assertTrue(readiness.isReady());
  }

  @Test
  void whatIsMissingIsNamed() {
    AgentReadiness readiness = of("/pets", "GET");
    assertFalse(readiness.isReady());
    assertEquals(
        List.of(
            "METHOD  summary",
            "METHOD  description",
            "QUERY_PARAMETER page description",
            "QUERY_PARAMETER type description",
            "RESPONSE 200 description"),
        missing(readiness));
    assertEquals(
        List.of(
            "METHOD  summary",
            "METHOD  description",
            "PATH_PARAMETER petId description",
            "RESPONSE 200 description"),
        missing(of("/pets/{petId}", "GET")));
  }

  @Test
  void aDescriptionThatIsInheritedOrBlankCountsAsPeopleSeeIt() {
    assertEquals(
        List.of("METHOD  summary", "METHOD  description"),
        missing(
            of(
                "/",
                "GET",
                Petstore.part(
                    "RESPONSE", "/", "*", "*", null, "{\"description\":\"It went well\"}"))));
    assertEquals(
        List.of("METHOD  description", "RESPONSE 200 description"),
        missing(
            of(
                "/",
                "GET",
                Petstore.part(
                    "METHOD", "/", "GET", null, null, "{\"summary\":\"x\",\"description\":\" \"}"),
                Petstore.part("RESPONSE", "/", "*", "*", null, "{\"description\":\"general\"}"),
                Petstore.part("RESPONSE", "/", "GET", "200", null, "{\"x-note\":\"own\"}"))));
  }
}
