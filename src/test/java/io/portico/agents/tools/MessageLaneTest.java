package io.portico.agents.tools;

import static io.portico.agents.tools.ToolRequests.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.testsupport.RawHttp;
import io.portico.testsupport.TestIssuer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How messages come in, byte by byte. */
@QuarkusTest
class MessageLaneTest {
  private static final String HOST = "Host: portico.localhost:8081\r\n";
  private static final String JSON = "Content-Type: application/json\r\n";

  private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

  /** More than Quarkus has threads for requests. */
  private static final int MANY = 220;

  @Inject TestIssuer issuer;

  private String bearer() {
    return "Authorization: Bearer "
        + issuer.token(issuer.claims().put("groups", "churn-team"))
        + "\r\n";
  }

  private static String head(String bearer) {
    return "POST /mcp HTTP/1.1\r\n"
        + HOST
        + JSON
        + bearer
        + "Content-Length: "
        + PING.length()
        + "\r\n\r\n";
  }

  @Test
  void whoSendsSlowlyKeepsNobodyElseWaiting() throws IOException {
    List<RawHttp> slow = new ArrayList<>();
    String bearer = bearer();
    try {
      for (int i = 0; i < MANY; i++) {
        RawHttp connection = new RawHttp(8081);
        slow.add(connection);
        connection.write(head(bearer) + PING.charAt(0));
      }
      assertEquals(
          200,
          RawHttp.send(
                  8081,
                  "GET /docs/problems/not-found/index.md HTTP/1.1",
                  "Host: portico.localhost:8081",
                  "Connection: close")
              .status());
      // It was not their end that made room: they go on where they were.
      for (RawHttp connection : slow.subList(MANY - 3, MANY)) {
        connection.write(PING.substring(1));
        assertEquals(200, connection.read().status());
      }
    } finally {
      for (RawHttp connection : slow) {
        connection.close();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Authorization: Basic eDp5\r\n", "Authorization: Bearer\r\n"})
  void withoutATokenNothingIsWaitedFor(String authorization) throws IOException {
    try (RawHttp connection = new RawHttp(8081)) {
      connection.write(
          "POST /api/tools/list_apis HTTP/1.1\r\n"
              + HOST
              + JSON
              + authorization
              + "Content-Length: 1000\r\n\r\n{");
      assertProblem(connection.read(), 401, "unauthenticated");
    }
  }

  @Test
  void whatHasNoAnnouncedLengthIsMeasuredOnTheWay() throws IOException {
    try (RawHttp connection = new RawHttp(8081)) {
      connection.write(
          "POST /mcp HTTP/1.1\r\n" + HOST + JSON + bearer() + "Transfer-Encoding: chunked\r\n\r\n");
      String chunk = " ".repeat(64 * 1024);
      for (int i = 0; i < 9; i++) {
        connection.write("10000\r\n" + chunk + "\r\n");
      }
      assertProblem(connection.read(), 413, "message-too-large");
    }
  }

  @Test
  void aMessageMayComeInPieces() throws IOException {
    try (RawHttp connection = new RawHttp(8081)) {
      connection.write(head(bearer()));
      for (char c : PING.toCharArray()) {
        connection.write(String.valueOf(c));
      }
      RawHttp.Response answer = connection.read();
      assertEquals(200, answer.status());
      assertTrue(answer.text().contains("\"id\":1"), answer.text());
    }
  }

  @Test
  void whoAsksWhetherToGoOnIsTold() throws IOException {
    try (RawHttp connection = new RawHttp(8081)) {
      connection.write(head(bearer() + "Expect: 100-continue\r\n"));
      assertEquals(100, connection.read().status());
      connection.write(PING);
      assertEquals(200, connection.read().status());
    }
  }

  @Test
  void oneConnectionBearsManyMessages() throws IOException {
    String request = head(bearer()) + PING;
    try (RawHttp connection = new RawHttp(8081)) {
      for (int i = 0; i < 3; i++) {
        connection.write(request);
        assertEquals(200, connection.read().status());
      }
    }
  }
}
