package io.portico.sandbox.apigateway;

import static io.portico.sandbox.apigateway.PartLocation.ofRequest;
import static io.portico.sandbox.apigateway.PartLocation.ofResponse;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which part documents an entity: the nearest one above, as a whole. */
class InheritanceTest {

  @Test
  void aParameterInheritsFromThePathsAboveItsOwn() {
    assertWinner(
        "/a",
        List.of(
            query("/", "*", "q", "/"), query("/a", "*", "q", "/a"), query("/c", "*", "q", "/c")),
        ofRequest(PartType.QUERY_PARAMETER, "/a/b", "GET", "q"));
  }

  @Test
  void aPathIsAboveByWholeSegments() {
    assertWinner(
        "none",
        List.of(query("/ab", "*", "q", "/ab")),
        ofRequest(PartType.QUERY_PARAMETER, "/abc", "GET", "q"));
  }

  @Test
  void anotherNameOrMethodDoesNotCount() {
    assertWinner(
        "none",
        List.of(query("/", "*", "other", "name"), query("/", "POST", "q", "method")),
        ofRequest(PartType.QUERY_PARAMETER, "/", "GET", "q"));
  }

  @Test
  void depthCountsBeforeStatusAndStatusBeforeMethod() {
    List<Part> parts =
        List.of(
            response("/", "GET", "200", "root"),
            response("/a", "*", "*", "deep"),
            response("/a", "GET", "*", "method"),
            response("/a", "*", "200", "status"));

    assertWinner("status", parts, ofResponse(PartType.RESPONSE, "/a/b", "GET", "200", ""));
    assertWinner("method", parts, ofResponse(PartType.RESPONSE, "/a/b", "GET", "404", ""));
    assertWinner("deep", parts, ofResponse(PartType.RESPONSE, "/a", "PUT", "404", ""));
    assertWinner("root", parts, ofResponse(PartType.RESPONSE, "/b", "GET", "200", ""));
  }

  @Test
  void methodsResourcesAndBodiesDoNotInherit() {
    assertWinner(
        "none",
        List.of(part(ofRequest(PartType.METHOD, "/", "GET", ""), "root")),
        ofRequest(PartType.METHOD, "/a", "GET", ""));
    assertWinner(
        "none", List.of(part(PartLocation.resource("/"), "root")), PartLocation.resource("/a"));
    assertWinner(
        "none",
        List.of(part(ofRequest(PartType.REQUEST_BODY, "/", "*", ""), "root")),
        ofRequest(PartType.REQUEST_BODY, "/", "POST", ""));
  }

  /** In either order, as nothing may hang on it. */
  private static void assertWinner(String text, List<Part> parts, PartLocation entity) {
    List<Part> reversed =
        IntStream.range(0, parts.size()).mapToObj(i -> parts.get(parts.size() - 1 - i)).toList();
    assertEquals(text, winner(parts, entity));
    assertEquals(text, winner(reversed, entity));
  }

  private static String winner(List<Part> parts, PartLocation entity) {
    return new Snapshot(parts)
        .of(entity)
        .map(part -> part.content().path("description").asText())
        .orElse("none");
  }

  private static Part query(String path, String method, String name, String text) {
    return part(ofRequest(PartType.QUERY_PARAMETER, path, method, name), text);
  }

  private static Part response(String path, String method, String status, String text) {
    return part(ofResponse(PartType.RESPONSE, path, method, status, ""), text);
  }

  private static Part part(PartLocation location, String text) {
    return new Part("id", location, "{\"description\":\"%s\"}".formatted(text));
  }
}
