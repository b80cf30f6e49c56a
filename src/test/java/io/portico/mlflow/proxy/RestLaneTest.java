package io.portico.mlflow.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.identity.Person;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.EchoUpstream;
import io.portico.testsupport.RawHttp;
import io.portico.testsupport.RawHttp.Response;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the REST lane lets through, and how the upstream sees it. */
@QuarkusTest
class RestLaneTest {
  private static final String GET_RUN = "/api/mlflow/echo/api/2.0/mlflow/runs/get?run_id=1";
  private static final String JSON = "Content-Type: application/json";

  @Inject EchoUpstream echo;
  @Inject TokenMaker tokens;

  private final Person programmer =
      TokenMaker.person("programmer " + UUID.randomUUID(), "echo-team");
  private String bearer;

  @BeforeEach
  void makeToken() {
    echo.reset();
    bearer = TokenMaker.header(tokens.token(programmer, "echo", "contributor"));
  }

  private static String code(Response response) {
    return new JsonObject(response.text()).getString("error_code");
  }

  @Test
  @Holds({Promise.ONLY_LISTED_HEADERS_GO_UP, Promise.NO_HEADER_IN_ANOTHERS_NAME})
  void theUpstreamSeesASignedRequestOfThePortalsAndNothingOfTheToken() throws IOException {
    Response response =
        Programs.get(
            GET_RUN,
            bearer,
            "Accept: application/json",
            "User-Agent: mlflow-python-client/3.1",
            "Cookie: q_session=x; portico-frame-echo=y",
            "Origin: https://evil.example",
            "X-Forwarded-For: 10.0.0.1",
            "X_SM_MLFLOW_APP_ARN: arn:aws:sagemaker:eu-west-1:123456789012:mlflow-app/app-OTHER",
            "X-HTTP-Method-Override: DELETE");
    assertEquals(200, response.status());
    assertEquals("{\"echo\":true}", response.text());
    EchoUpstream.Received sent = echo.only();
    assertEquals("/api/2.0/mlflow/runs/get?run_id=1", sent.target());
    assertEquals(
        Set.of(
            "accept",
            "accept-encoding",
            "authorization",
            "host",
            "user-agent",
            "x-amz-content-sha256",
            "x-amz-date",
            "x-sm-mlflow-app-arn"),
        sent.headers().stream().map(h -> h.getKey().toLowerCase()).collect(Collectors.toSet()));
    assertTrue(sent.header("authorization").get(0).startsWith("AWS4-HMAC-SHA256 Credential=AKID"));
    assertEquals(
        List.of("arn:aws:sagemaker:eu-west-1:123456789012:mlflow-app/app-ECHO"),
        sent.header("x-sm-mlflow-app-arn"));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/2.0/mlflow/experiments/search?max_results=1",
    "POST, /ajax-api/2.0/mlflow/runs/search",
    "POST, /api/3.0/mlflow/traces/search",
    "POST, /v1/traces",
    "GET, /version",
    "GET, /get-artifact?path=a&run_uuid=1",
    "PUT, /api/2.0/mlflow-artifacts/artifacts/1/run/artifacts/model.bin",
    "POST, /api/2.0/mlflow/artifacts/presigned-upload-url"
  })
  void bothPrefixesOfTheApiAndArtifactsAreSent(String method, String path) throws IOException {
    assertEquals(
        200, Programs.write(method, "/api/mlflow/echo" + path, "{}", bearer, JSON).status());
    assertEquals(path, echo.only().target());
  }

  @Test
  @Holds(Promise.LEVELS_HOLD)
  void aViewersWriteIsNeverSent() throws IOException {
    String viewer = TokenMaker.header(tokens.token(programmer, "echo", "viewer"));
    int refused = 0;
    for (MlflowRoutesTest.Route route : MlflowRoutesTest.routes()) {
      Endpoint endpoint = route.endpoint().orElseThrow();
      if (endpoint.access() != Access.READ && endpoint.access() != Access.GRAPHQL) {
        Response response =
            Programs.write(
                route.method(), "/api/mlflow/echo" + route.example(), "{}", viewer, JSON);
        assertEquals(403, response.status(), route::toString);
        refused++;
      }
    }
    assertEquals(List.of(), echo.received());
    assertTrue(refused > 250, "Only " + refused);
  }

  @Test
  void aViewersGraphQlIsAQueryOrNotSent() throws IOException {
    String viewer = TokenMaker.header(tokens.token(programmer, "echo", "viewer"));
    for (String document :
        List.of("mutation { a }", "subscription { a }", "{ a } mutation B { b }")) {
      String body = new JsonObject().put("query", document).encode();
      assertEquals(
          403, Programs.write("POST", "/api/mlflow/echo/graphql", body, viewer, JSON).status());
    }
    assertEquals(List.of(), echo.received());
    assertEquals(
        200,
        Programs.write("POST", "/api/mlflow/echo/graphql", "{\"query\":\"{a}\"}", viewer, JSON)
            .status());
  }

  @Test
  @Holds(Promise.LEVELS_HOLD)
  void aTokenNeverHasMoreThanItsOwner() throws IOException {
    String boast = TokenMaker.header(tokens.token(programmer, "echo", "manager"));
    Response refused =
        Programs.write("POST", "/api/mlflow/echo/api/2.0/mlflow/runs/delete", "{}", boast, JSON);
    assertEquals(403, refused.status());
    assertTrue(refused.text().contains("You are a contributor of Echo"), refused.text());
    assertEquals(List.of(), echo.received());
  }

  @Test
  void theSlashTooManyOfMlflowsJavaClientIsForgiven() throws IOException {
    assertEquals(
        200, Programs.get("/api/mlflow/echo//api/2.0/mlflow/runs/get?run_id=1", bearer).status());
    assertEquals("/api/2.0/mlflow/runs/get?run_id=1", echo.only().target());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/mlflow/echo///api/2.0/mlflow/runs/get",
        "/api/mlflow//echo/version",
        "/api/mlflow/echo/api//2.0/mlflow/runs/get",
        "/api/mlflow/echo/../churn/version",
        "/api/mlflow/echo/%2e%2e/churn/version",
        "/api/mlflow/echo/version;x",
        "/api/mlflow/echo/get-artifact%2F",
        "/api/mlflow/echo/%252e%252e/version",
        "/api/mlflow/echo/version%00",
        "/api/mlflow/echo/version?X-Amz-Signature=1",
        "/api/mlflow/echo/version#x",
        "/api/mlflow/echo/vers\\ion",
        "/api/mlflow/echo/%C0%AFversion"
      })
  @Holds({Promise.AMBIGUOUS_PATHS_ARE_REFUSED, Promise.NO_SIGNED_QUERIES})
  void anAmbiguousTargetIsRefusedAndNotSent(String target) throws IOException {
    assertEquals(400, Programs.get(target, bearer).status());
    assertEquals(List.of(), echo.received());
  }

  @Test
  @Holds(Promise.REDIRECTS_STAY_INSIDE)
  void aRedirectOfTheUpstreamGoesNowhere() throws IOException {
    echo.answerWith(
        request ->
            request
                .response()
                .setStatusCode(302)
                .putHeader("Location", "/api/2.0/mlflow/runs/search")
                .end());
    Response response = Programs.get(GET_RUN, bearer);
    assertEquals(502, response.status());
    assertFalse(response.header("Location").isPresent());
  }

  @Test
  @Holds(Promise.ONLY_HARMLESS_HEADERS_COME_BACK)
  void anArtifactIsForSavingAndNotForShowing() throws IOException {
    echo.answerWith(
        request ->
            request
                .response()
                .putHeader("Content-Type", "text/html")
                .putHeader("Set-Cookie", "a=b")
                .putHeader("Access-Control-Allow-Origin", "*")
                .end("<script>alert(1)</script>"));
    Response artifact =
        Programs.get("/api/mlflow/echo/get-artifact?path=x.html&run_uuid=1", bearer);
    assertEquals("attachment", artifact.header("Content-Disposition").orElseThrow());
    assertEquals("nosniff", artifact.header("X-Content-Type-Options").orElseThrow());
    assertEquals(
        "default-src 'none'; sandbox; frame-ancestors 'none'",
        artifact.header("Content-Security-Policy").orElseThrow());
    assertFalse(artifact.header("Set-Cookie").isPresent());
    assertFalse(artifact.header("Access-Control-Allow-Origin").isPresent());
  }

  @Test
  void everyAnswerBearsTheIdOfItsRequest() throws IOException {
    String first = Programs.get(GET_RUN, bearer).header("X-Request-Id").orElseThrow();
    String second = Programs.get(GET_RUN).header("X-Request-Id").orElseThrow();
    assertTrue(first.matches("[2-9B-Z]{8}"), first);
    assertTrue(second.matches("[2-9B-Z]{8}") && !second.equals(first), second);
    Response broken =
        Programs.get(
            "/api/mlflow/gone/version",
            TokenMaker.header(tokens.token(programmer, "gone", "viewer")));
    assertEquals(502, broken.status());
    assertTrue(
        broken.text().contains("Reference: " + broken.header("X-Request-Id").orElseThrow()),
        broken.text());
  }

  @Test
  void whoeverAsksTooOftenIsToldWhenToGoOn() throws IOException {
    Person busy = TokenMaker.person("busy " + UUID.randomUUID(), "echo-team");
    String token = TokenMaker.header(tokens.token(busy, "echo", "viewer"));
    String answeredHere = "/api/mlflow/echo/api/2.0/mlflow/webhooks";
    Response first = Programs.get(answeredHere, token);
    assertEquals(200, first.status());
    assertEquals(
        "\"token\";q=1000;w=10, \"person\";q=2000;w=10",
        first.header("RateLimit-Policy").orElseThrow());
    assertTrue(first.header("RateLimit").orElseThrow().startsWith("\"token\";r=999;t="));
    Response last = first;
    try (RawHttp connection = new RawHttp(MlflowOrigin.PORT)) {
      for (int i = 0; last.status() == 200 && i < 50_000; i++) {
        connection.write(
            "GET %s HTTP/1.1\r\n%s\r\n%s\r\n\r\n".formatted(answeredHere, Programs.HOST, token));
        last = connection.read();
      }
    }
    assertEquals(429, last.status());
    assertEquals("REQUEST_LIMIT_EXCEEDED", code(last));
    assertEquals("1", last.header("Retry-After").orElseThrow());
    assertTrue(last.header("RateLimit").orElseThrow().startsWith("\"token\";r=0;t=1"));
    assertEquals(200, Programs.get(GET_RUN, bearer).status(), "Others are not held up");
  }

  @Test
  void theMeterTellsLaneServerAndOutcome() throws IOException {
    Programs.get(GET_RUN, bearer);
    Programs.get(GET_RUN);
    String metrics = RawHttp.send(9001, "GET /q/metrics HTTP/1.1", "Host: localhost:9001").text();
    assertTrue(
        metrics.contains(
            "portico_mlflow_exchanges_seconds_count{lane=\"rest\",outcome=\"done\",server=\"echo\"}"),
        metrics);
    assertTrue(
        metrics.contains(
            "portico_mlflow_exchanges_seconds_count{lane=\"rest\",outcome=\"unauthenticated\",server=\"none\"}"),
        metrics);
    assertFalse(metrics.contains("programmer"), "Nobody's name is in the metrics");
    assertTrue(metrics.contains("uri=\"/api/mlflow/{server}\""), metrics);
    assertFalse(metrics.contains("uri=\"/api/mlflow/echo"), "One series for all paths of a lane");
  }
}
