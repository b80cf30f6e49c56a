package io.portico.mlflow.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who and what the MLflow origin lets through, and how the upstream sees it. */
@QuarkusTest
class UiLaneTest {
  private static final String GET_RUN = "/mlflow/echo/ajax-api/2.0/mlflow/runs/get?run_id=1";

  @Inject EchoUpstream echo;
  @Inject FrameVisitor visitor;

  private String cookie;

  @BeforeEach
  void enter() {
    echo.reset();
    cookie = visitor.cookie("echo");
  }

  private Response get(String target, String... more) throws IOException {
    return MlflowOrigin.get(
        target, Stream.concat(Stream.of(cookie), Stream.of(more)).toArray(String[]::new));
  }

  private Response post(String target, String body, String... headers) throws IOException {
    return write("POST", target, body, headers);
  }

  private Response write(String method, String target, String body, String... headers)
      throws IOException {
    return MlflowOrigin.write(
        method,
        target,
        body,
        Stream.concat(Stream.of(cookie), Stream.of(headers)).toArray(String[]::new));
  }

  private static String message(Response response) {
    return new JsonObject(response.text()).getString("message");
  }

  @Test
  @Holds({Promise.ONLY_LISTED_HEADERS_GO_UP, Promise.NO_HEADER_IN_ANOTHERS_NAME})
  void theUpstreamSeesASignedRequestOfThePortalsAndNothingOfTheBrowsers() throws IOException {
    Response response =
        get(
            GET_RUN,
            "Accept: application/json",
            "User-Agent: Mozilla/5.0",
            "Referer: http://portico.localhost:8081/app/mlflow/echo",
            "X-Forwarded-For: 10.0.0.1",
            "Sec-Fetch-Site: same-origin",
            "X-SM-MLFLOW-APP-ARN: arn:aws:sagemaker:eu-west-1:123456789012:mlflow-app/app-OTHER",
            "Authorization: Bearer stolen");
    assertEquals(200, response.status());
    assertEquals("{\"echo\":true}", response.text());
    EchoUpstream.Received sent = echo.only();
    assertEquals("/ajax-api/2.0/mlflow/runs/get?run_id=1", sent.target());
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
    assertEquals(
        List.of("arn:aws:sagemaker:eu-west-1:123456789012:mlflow-app/app-ECHO"),
        sent.header("x-sm-mlflow-app-arn"));
    assertEquals(List.of("127.0.0.1:8094"), sent.header("host"));
    assertTrue(sent.header("authorization").get(0).startsWith("AWS4-HMAC-SHA256 Credential=AKID"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/version", "/get-artifact?path=x&run_uuid=1"})
  void headIsAnsweredWithoutABody(String path) throws IOException {
    echo.answerWith(request -> request.response().putHeader("Content-Length", "13").end());
    Response response =
        RawHttp.send(
            MlflowOrigin.PORT,
            "HEAD /mlflow/echo" + path + " HTTP/1.1",
            MlflowOrigin.HOST,
            cookie,
            "Connection: close");
    assertEquals(200, response.status());
    assertEquals("13", response.header("Content-Length").orElseThrow());
    assertEquals(0, response.body().length);
    assertEquals("HEAD", echo.only().method());
  }

  @Test
  void aWriteArrivesWholeWithItsLengthAndHash() throws IOException {
    Response response =
        post(
            "/mlflow/echo/ajax-api/2.0/mlflow/runs/update",
            "{\"run_id\":\"1\"}",
            MlflowOrigin.ORIGIN,
            "Content-Type: application/json");
    assertEquals(200, response.status());
    assertEquals(List.of("14"), echo.only().header("content-length"));
    assertEquals(echo.only().header("x-amz-content-sha256"), List.of(echo.only().sha256()));
    assertEquals(14, echo.only().bodyLength());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/mlflow/echo/../churn/version",
        "/mlflow/echo/%2e%2e/churn/version",
        "/mlflow/echo//version",
        "/mlflow//echo/version",
        "/mlflow/echo/version;x",
        "/mlflow/echo/get-artifact%2F",
        "/mlflow/echo/%252e%252e/version",
        "/mlflow/echo/version%00",
        "/mlflow/echo/version?X-Amz-Signature=1",
        "/mlflow/echo/version#x",
        "/mlflow/echo/vers\\ion",
        "http://mlflow.portico.localhost:8081/mlflow/echo/version"
      })
  @Holds({Promise.AMBIGUOUS_PATHS_ARE_REFUSED, Promise.NO_SIGNED_QUERIES})
  void anAmbiguousTargetIsRefusedAndNotSent(String target) throws IOException {
    assertEquals(400, get(target).status());
    assertEquals(List.of(), echo.received());
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /ajax-api/2.0/mlflow/unheard-of",
    "POST, /ajax-api/2.0/mlflow/gateway-proxy",
    "GET, /ajax-api/3.0/mlflow/assistant/config",
    "GET, /metrics",
    "POST, /ajax-api/2.0/mlflow/webhooks",
    "TRACE, /version",
    "OPTIONS, /version",
    "BREW, /version",
    "POST, /ajax-api/2.0/mlflow/runs/delete",
    "DELETE, /ajax-api/2.0/mlflow/registered-models/delete"
  })
  @Holds({Promise.ENDPOINTS_BY_TABLE, Promise.LEVELS_HOLD})
  void whatTheTableOrTheLevelForbidsIsNotSent(String method, String path) throws IOException {
    Response response =
        write(
            method,
            "/mlflow/echo" + path,
            "{}",
            MlflowOrigin.ORIGIN,
            "Content-Type: application/json");
    assertEquals(403, response.status());
    assertEquals(
        "PERMISSION_DENIED", new JsonObject(response.text()).getString("error_code"), path);
    assertEquals(List.of(), echo.received());
  }

  /** Pages of MLflow's UI ask for these, and complain where they get a refusal. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/ajax-api/2.0/mlflow/gateway-proxy?gateway_path=api/2.0/endpoints/ | {\"endpoints\":[]}",
        "/ajax-api/3.0/mlflow/scorers/list?experiment_id=1 | {\"scorers\":[]}",
        "/ajax-api/2.0/mlflow/webhooks | {\"webhooks\":[]}",
        "/ajax-api/3.0/mlflow/gateway/secrets/list | {\"secrets\":[]}"
      })
  void aListOfWhatIsSwitchedOffIsEmptyAndNotAskedFor(String path, String list) throws IOException {
    Response response = get("/mlflow/echo" + path);
    assertEquals(200, response.status());
    assertEquals(list, response.text());
    assertEquals(List.of(), echo.received());
  }

  @Test
  void aLevelTooLowIsExplained() throws IOException {
    assertEquals(
        "You are a contributor of Echo, and this takes a manager."
            + " Ask for access: the team that runs this sandbox.",
        message(
            post(
                "/mlflow/echo/ajax-api/2.0/mlflow/runs/delete",
                "{}",
                MlflowOrigin.ORIGIN,
                "Content-Type: application/json")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Origin: http://portico.localhost:8081 | application/json | 403",
        "Origin: null | application/json | 403",
        "Origin: http://mlflow.portico.localhost:8082 | application/json | 403",
        "Origin: https://mlflow.portico.localhost:8081 | application/json | 403",
        "Origin: http://mlflow.portico.localhost:8081.evil.example | application/json | 403",
        "X-No-Origin: 1 | application/json | 403",
        "Origin: http://mlflow.portico.localhost:8081 | text/plain | 415",
        "Origin: http://mlflow.portico.localhost:8081 | application/x-www-form-urlencoded | 415",
        "Origin: http://mlflow.portico.localhost:8081 | multipart/form-data; boundary=x | 415"
      })
  @Holds(Promise.NO_FORGED_WRITES)
  void aWriteFromElsewhereOrByAFormIsNotSent(String origin, String type, int status)
      throws IOException {
    assertEquals(
        status,
        post("/mlflow/echo/ajax-api/2.0/mlflow/runs/update", "{}", origin, "Content-Type: " + type)
            .status());
    assertEquals(List.of(), echo.received());
  }

  @ParameterizedTest
  @CsvSource({
    "cross-site, /ajax-api/2.0/mlflow/runs/get?run_id=1",
    "same-site, /ajax-api/2.0/mlflow/runs/get?run_id=1",
    "hostile, /ajax-api/2.0/mlflow/runs/get?run_id=1",
    "cross-site, /get-artifact?path=x&run_uuid=1",
    "same-site, /get-artifact?path=x&run_uuid=1",
    "cross-site, /static-files/main.js",
    "cross-site, /ajax-api/2.0/mlflow/webhooks"
  })
  void aReadFromAnotherSiteIsNotSent(String site, String path) throws IOException {
    assertEquals(403, get("/mlflow/echo" + path, "Sec-Fetch-Site: " + site).status());
    assertEquals(List.of(), echo.received());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "query { mlflowGetRun { x } }",
        "{ a }",
      })
  void aGraphQlQueryIsSent(String document) throws IOException {
    String body = new JsonObject().put("query", document).encode();
    assertEquals(
        200,
        post("/mlflow/echo/graphql", body, MlflowOrigin.ORIGIN, "Content-Type: application/json")
            .status());
  }

  @Test
  void aGraphQlMutationIsNot() throws IOException {
    String body = new JsonObject().put("query", "mutation { a }").encode();
    assertEquals(
        403,
        post("/mlflow/echo/graphql", body, MlflowOrigin.ORIGIN, "Content-Type: application/json")
            .status());
    assertEquals(List.of(), echo.received());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"script", "worker", "sharedworker", "serviceworker", "style", "object", "embed"})
  void anArtifactIsNothingThatRuns(String destination) throws IOException {
    Response refused =
        get("/mlflow/echo/get-artifact?path=x.js&run_uuid=1", "Sec-Fetch-Dest: " + destination);
    assertEquals(403, refused.status());
    assertEquals(List.of(), echo.received());
  }

  @Test
  @Holds({Promise.ONLY_HARMLESS_HEADERS_COME_BACK, Promise.MLFLOW_HAS_NO_HOLD})
  void anArtifactIsTextWithoutRights() throws IOException {
    echo.answerWith(
        request ->
            request
                .response()
                .putHeader("Content-Type", "text/html")
                .putHeader("Set-Cookie", "a=b")
                .putHeader("Access-Control-Allow-Origin", "*")
                .end("<script>alert(1)</script>"));
    Response artifact = get("/mlflow/echo/get-artifact?path=x.html&run_uuid=1");
    assertEquals("text/plain;charset=UTF-8", artifact.header("Content-Type").orElseThrow());
    assertEquals("attachment", artifact.header("Content-Disposition").orElseThrow());
    assertEquals("nosniff", artifact.header("X-Content-Type-Options").orElseThrow());
    assertTrue(
        artifact
            .header("Content-Security-Policy")
            .orElseThrow()
            .startsWith("default-src 'none'; sandbox;"));
    assertFalse(artifact.header("Set-Cookie").isPresent());
    assertFalse(artifact.header("Access-Control-Allow-Origin").isPresent());
  }

  @ParameterizedTest
  @EnumSource(FrameAsset.class)
  void ourOwnFilesAreKeptByTheirVersion(FrameAsset asset) throws IOException {
    String address = "/mlflow/echo" + asset.address();
    assertTrue(address.matches(".*/frame\\.(js|css)\\?v=[0-9a-f]{16}"), address);
    Response current = MlflowOrigin.get(address);
    assertEquals(200, current.status());
    assertEquals(
        "private, max-age=31536000, immutable", current.header("Cache-Control").orElseThrow());
    String bare = address.split("\\?")[0];
    for (String other : List.of(bare, bare + "?v=0123456789abcdef")) {
      Response answer = MlflowOrigin.get(other);
      assertEquals(current.text(), answer.text());
      assertEquals("no-cache", answer.header("Cache-Control").orElseThrow());
    }
  }

  @Test
  @Holds(Promise.EMBEDDED_ONLY_WHERE_ALLOWED)
  void theShellGetsOurScriptAndPolicy() throws IOException {
    echo.answerWith(
        request ->
            request
                .response()
                .putHeader("Content-Type", "text/html")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("ETag", "\"1\"")
                .end("<!doctype html><html><HEAD lang=en><title>MLflow</title></HEAD></html>"));
    Response shell = get("/mlflow/echo/");
    assertEquals(
        "<!doctype html><html><HEAD lang=en><script defer src=\""
            + FrameAsset.SCRIPT.address().substring(1)
            + "\""
            + " data-portal=\"http://portico.localhost:8081\"></script><title>MLflow</title>"
            + "</HEAD></html>",
        shell.text());
    assertFalse(shell.header("X-Frame-Options").isPresent());
    assertEquals("?1", shell.header("Origin-Agent-Cluster").orElseThrow());
    assertFalse(shell.header("ETag").isPresent());
    assertTrue(
        shell
            .header("Content-Security-Policy")
            .orElseThrow()
            .endsWith("frame-ancestors 'self' http://portico.localhost:8081"));
  }
}
