package io.portico.agents.tools;

import static io.portico.agents.tools.ToolRequests.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.agents.Published;
import io.portico.database.Database;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.Eventually;
import io.portico.testsupport.RawHttp;
import io.portico.testsupport.RawHttp.Response;
import io.portico.testsupport.TestIssuer;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes in at {@code /mcp}, and with what; on the wire. */
@QuarkusTest
class McpDoorTest {
  private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}";
  private static final String SERVERS = call("list_tracking_servers");

  @Inject TestIssuer issuer;
  @Inject Published published;
  @Inject Database database;

  private static String call(String tool) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\""
        + tool
        + "\",\"arguments\":{}}}";
  }

  private String bearer() {
    return "Authorization: Bearer " + issuer.token(issuer.claims().put("groups", "churn-team"));
  }

  private static Response post(String body, String... headers) throws IOException {
    return ToolRequests.post("/mcp", body, headers);
  }

  @Test
  void aTokenOpensAndNothingIsRemembered() throws IOException {
    Response answer = post(PING, bearer());
    assertEquals(200, answer.status(), answer.text());
    assertEquals(7, new JsonObject(answer.text()).getInteger("id"));
    assertEquals("no-store", answer.header("Cache-Control").orElseThrow());
    assertFalse(answer.header("Mcp-Session-Id").isPresent());
    assertEquals(
        "\"agent\";q=240;w=60", answer.header("RateLimit-Policy").orElseThrow(), "the default");
    assertTrue(answer.header("RateLimit").orElseThrow().startsWith("\"agent\";r="));
    assertEquals(
        202,
        post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}", bearer()).status());
  }

  @Test
  void withoutATokenTheAnswerIsAChallenge() throws IOException {
    Response nobody = post(PING);
    assertProblem(nobody, 401, "unauthenticated");
    assertTrue(nobody.header("WWW-Authenticate").orElseThrow().startsWith("Bearer "));
    Response expired =
        post(PING, "Authorization: Bearer " + issuer.token(issuer.claims().put("exp", 1)));
    assertProblem(expired, 401, "invalid-token");
    assertTrue(expired.header("WWW-Authenticate").orElseThrow().contains("invalid_token"));
  }

  @Test
  @Holds(Promise.TOKENS_AND_SESSIONS_STAY_APART)
  void aPersonsSessionOpensNothing() throws IOException {
    String cookies =
        Visitor.signedInAs("lead").cookies().entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    assertProblem(
        post(PING, "Cookie: " + cookies, "Origin: http://portico.localhost:8081"),
        401,
        "unauthenticated");
  }

  @Test
  void aTokenOfThePortalShowsNoMoreThanItsGrants() throws IOException {
    String answer = post(SERVERS, published.bearer("churn-leads")).text();
    JsonArray servers =
        new JsonObject(answer)
            .getJsonObject("result")
            .getJsonObject("structuredContent")
            .getJsonArray("servers");
    assertEquals(1, servers.size(), "the owner has a level on two, the token on one");
    assertEquals("viewer", servers.getJsonObject(0).getString("level"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example", "null", "http://mlflow.portico.localhost:8081"})
  @Holds(Promise.NO_FORGED_WRITES)
  void aPageOfAnotherSiteCannotAct(String origin) throws IOException {
    assertProblem(post(PING, bearer(), "Origin: " + origin), 403, "foreign-origin");
  }

  @Test
  void thePortalsOwnOriginAndTheMachinesNamesAreGood() throws IOException {
    assertEquals(200, post(PING, bearer(), "Origin: http://portico.localhost:8081").status());
    try (RawHttp connection = new RawHttp(8081)) {
      connection.write(
          "POST /mcp HTTP/1.1\r\nHost: localhost:8081\r\nOrigin: http://localhost:8081\r\n"
              + bearer()
              + "\r\nContent-Type: application/json\r\nContent-Length: "
              + PING.length()
              + "\r\n\r\n"
              + PING);
      assertEquals(200, connection.read().status());
    }
  }

  @Test
  void anotherHostIsNotThePortal() throws IOException {
    try (RawHttp connection = new RawHttp(8081)) {
      connection.write(
          "POST /mcp HTTP/1.1\r\nHost: rebound.example:8081\r\n"
              + bearer()
              + "\r\nContent-Type: application/json\r\nContent-Length: "
              + PING.length()
              + "\r\n\r\n"
              + PING);
      assertEquals(421, connection.read().status());
    }
  }

  /** JSON-RPC 2.0, 5.1: what is no JSON, and what is no message. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      value = {
        "'' | -32600",
        "{ | -32700",
        "[] | -32600",
        "null | -32600",
        "7 | -32600",
        "'\"x\"' | -32600",
        "{\"jsonrpc\":\"1.0\"} | -32600",
        "[{}] | -32600",
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"} x | -32700",
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\",\"id\":8} | -32700"
      })
  void whatIsNoMessageIsRefused(String body, int code) throws IOException {
    Response answer = post(body, bearer());
    assertEquals(400, answer.status(), answer.text());
    assertEquals(code, new JsonObject(answer.text()).getJsonObject("error").getInteger("code"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tools/call | ",
        "tools/call | ,\"params\":null",
        "initialize | ",
        "initialize | ,\"params\":null"
      })
  void aMessageWithoutItsParametersIsToldSo(String method, String params) throws IOException {
    Response answer =
        post(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\"%s}"
                .formatted(method, params == null ? "" : params),
            bearer());
    assertEquals(200, answer.status(), answer.text());
    assertEquals(-32602, new JsonObject(answer.text()).getJsonObject("error").getInteger("code"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":7}",
        "{\"name\":null}",
        "{}",
        "{\"name\":\"list_apis\",\"arguments\":7}",
        "[]"
      })
  void whatTheSdkStumblesOverTellsNothingOfIt(String params) throws IOException {
    Response answer =
        post(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":" + params + "}",
            bearer());
    assertEquals(200, answer.status(), answer.text());
    assertFalse(answer.text().contains("io.modelcontextprotocol"), answer.text());
    assertFalse(answer.text().contains("com.fasterxml"), answer.text());
  }

  @Test
  void aDeepMessageIsRefusedAndTheNextOneAnswered() throws IOException {
    assertEquals(400, post("[".repeat(100_000), bearer()).status());
    assertEquals(200, post(PING, bearer()).status());
  }

  @Test
  void unknownMethodsAreToldInTheProtocolsWay() throws IOException {
    Response answer = post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"shell/run\"}", bearer());
    assertEquals(200, answer.status());
    assertEquals(-32601, new JsonObject(answer.text()).getJsonObject("error").getInteger("code"));
  }

  @ParameterizedTest
  @CsvSource({
    "Content-Type: text/plain, 415, not-json",
    "Content-Type: application/json; charset=utf-16, 415, not-json",
    "Content-Encoding: gzip, 415, not-json",
    "MCP-Protocol-Version: 1999-01-01, 400, unknown-protocol-version"
  })
  void headersSayWhatIsSent(String header, int status, String type) throws IOException {
    assertProblem(post(PING, bearer(), header), status, type);
  }

  @Test
  void aSlashBehindTheAddressDoesNoHarm() throws IOException {
    assertEquals(200, ToolRequests.post("/mcp/", PING, bearer()).status());
    assertProblem(ToolRequests.post("/mcp/", PING), 401, "unauthenticated");
  }

  @Test
  void aLargeMessageIsRefused() throws IOException {
    assertProblem(post(" ".repeat(512 * 1024 + 1), bearer()), 413, "message-too-large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "DELETE", "PUT"})
  void thereAreNoStreamsAndNoSessions(String method) throws IOException {
    Response answer =
        RawHttp.send(
            8081,
            method + " /mcp HTTP/1.1",
            "Host: portico.localhost:8081",
            "Accept: text/event-stream",
            bearer());
    assertEquals(405, answer.status(), answer.text());
    assertEquals("POST", answer.header("Allow").orElseThrow());
  }

  @Test
  void everyCallIsRecorded() throws IOException {
    String subject = "agent " + UUID.randomUUID();
    String bearer =
        "Authorization: Bearer "
            + issuer.token(issuer.claims().put("sub", subject).put("groups", "churn-team"));
    post(SERVERS, bearer);
    post(call("find_models").replace("{}}", "{\"server\":\"forecasting\"}}"), bearer);
    Eventually.equal(
        List.of("list_tracking_servers portal DONE", "find_models mlflow/forecasting DENIED"),
        () ->
            database.transaction(
                handle ->
                    handle
                        .createQuery(
                            """
                            select detail || ' ' || resource || ' ' || result from activity
                            where subject = :subject and action = 'TOOL_CALLED' order by at
                            """)
                        .bind("subject", subject)
                        .mapTo(String.class)
                        .list()));
  }
}
