package io.portico.agents.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.testsupport.RawHttp;
import io.portico.testsupport.RawHttp.Response;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Messages of programs to the tools, header by header. */
final class ToolRequests {
  static final String PORTAL = "http://portico.localhost:8081";

  private ToolRequests() {}

  /** Of JSON, unless a header says something else. */
  static Response post(String path, String body, String... headers) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("POST " + path + " HTTP/1.1");
    lines.add("Host: portico.localhost:8081");
    lines.addAll(List.of(headers));
    if (List.of(headers).stream().noneMatch(line -> line.startsWith("Content-Type"))) {
      lines.add("Content-Type: application/json");
    }
    lines.add("Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length);
    try (RawHttp connection = new RawHttp(8081)) {
      connection.write(
          (String.join("\r\n", lines) + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8));
      return connection.read();
    }
  }

  static void assertProblem(Response answer, int status, String type) {
    assertEquals(status, answer.status(), answer.text());
    assertEquals("application/problem+json", answer.header("Content-Type").orElseThrow());
    assertEquals(
        PORTAL + "/docs/problems/" + type, new JsonObject(answer.text()).getString("type"));
  }
}
