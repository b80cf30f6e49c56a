package io.portico.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.portico.portal.Problem;
import io.portico.testsupport.RawHttp;
import io.portico.testsupport.RawHttp.Response;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Requests of programs to the running test portal, header by header. */
final class Readings {
  static final int PORT = 8081;
  static final String HOST = "Host: portico.localhost:8081";

  /** What browsers say of themselves when somebody follows a link. */
  static final String[] BROWSER = {
    "Sec-Fetch-Mode: navigate", "Accept: text/html,application/xhtml+xml,*/*;q=0.8"
  };

  private Readings() {}

  static Response get(String target, String... headers) throws IOException {
    return send("GET", target, headers);
  }

  static Response send(String method, String target, String... headers) throws IOException {
    return RawHttp.send(
        PORT,
        Stream.of(
                Stream.of(method + " " + target + " HTTP/1.1", HOST),
                Stream.of(headers),
                Stream.of("Connection: close"))
            .flatMap(lines -> lines)
            .toArray(String[]::new));
  }

  static String header(Response response, String name) {
    return response.header(name).orElse("");
  }

  /** All values of a header. */
  static List<String> headers(Response response, String name) {
    return response.headers().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .toList();
  }

  static String unzipped(Response response) throws IOException {
    return new String(
        new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes(),
        StandardCharsets.UTF_8);
  }

  /** That nothing was found, or nothing may be read, told as RFC 9457 says. */
  static void assertProblem(Response answer, Problem problem) {
    assertEquals(problem.status(), answer.status(), answer.text());
    assertEquals("application/problem+json", header(answer, "Content-Type"));
    JsonObject json = new JsonObject(answer.text());
    assertEquals(
        "http://portico.localhost:8081/docs/problems/" + problem.label(), json.getString("type"));
    assertEquals(problem.status(), json.getInteger("status"));
    assertEquals("no-store", header(answer, "Cache-Control"));
    assertFalse(answer.header("ETag").isPresent());
  }
}
