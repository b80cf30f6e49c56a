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
import io.portico.testsupport.Visitor;
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

/** What opens the REST lane, and what does not. */
@QuarkusTest
class RestLaneDoorTest {
  private static final String GET_RUN = "/api/mlflow/echo/api/2.0/mlflow/runs/get?run_id=1";
  private static final String JSON = "Content-Type: application/json";

  @Inject EchoUpstream echo;
  @Inject TokenMaker tokens;
  @Inject FrameVisitor visitor;

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

  private static void assertUnauthenticated(Response response) {
    assertEquals(401, response.status());
    assertTrue(
        response.header("WWW-Authenticate").orElse("").startsWith("Bearer realm=\"portico\""));
    assertEquals("application/json", response.header("Content-Type").orElseThrow());
    assertEquals("UNAUTHENTICATED", code(response));
    assertFalse(response.header("Set-Cookie").isPresent());
    assertFalse(response.header("Location").isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Nothing: 1",
        "Authorization: Basic dXNlcjpwYXNz",
        "Authorization: Bearer",
        "Authorization: Bearer ",
        "Authorization: Bearer a b",
        "Authorization: Bearer a\tb",
        "Authorization: Bearer \"a\"",
        "Authorization: Token portico_1",
        "Proxy-Authorization: Bearer portico_1",
        "Authorization: Bearer portico_0",
        "Authorization: Bearer x"
      })
  void withoutAGoodTokenNothingIsSent(String header) throws IOException {
    assertUnauthenticated(Programs.get(GET_RUN, header));
    assertUnauthenticated(
        Programs.write("POST", "/api/mlflow/echo/api/2.0/mlflow/runs/update", "{}", header, JSON));
    assertEquals(List.of(), echo.received());
  }

  @Test
  void ofTwoTokensNoneCounts() throws IOException {
    assertUnauthenticated(Programs.get(GET_RUN, bearer, bearer));
    assertUnauthenticated(Programs.get(GET_RUN, bearer, "Authorization: Basic dXNlcjpwYXNz"));
    assertEquals(List.of(), echo.received());
  }

  @Test
  void aTokenInTheQueryIsRefused() throws IOException {
    String secret = bearer.substring("Authorization: Bearer ".length());
    assertEquals(400, Programs.get(GET_RUN + "&access_token=" + secret).status());
    assertEquals(400, Programs.get(GET_RUN + "&access_token=" + secret, bearer).status());
    assertEquals(List.of(), echo.received());
  }

  @Test
  @Holds(Promise.TOKENS_AND_SESSIONS_STAY_APART)
  void noCookieOpensTheLane() throws IOException {
    String session =
        Visitor.signedInAs("scientist").cookies().entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; ", "Cookie: ", ""));
    assertUnauthenticated(
        Programs.get("/api/mlflow/churn/api/2.0/mlflow/experiments/search", session));
    assertUnauthenticated(Programs.get(GET_RUN, visitor.cookie("echo")));
    assertEquals(List.of(), echo.received());
  }

  @Test
  @Holds(Promise.TOKENS_AND_SESSIONS_STAY_APART)
  void aBearerOpensNoPageAndNoFrame() throws IOException {
    assertTrue(Set.of(302, 401).contains(Programs.get("/app", bearer).status()));
    assertEquals(
        401, MlflowOrigin.get("/mlflow/echo/version", bearer).status(), "The MLflow origin");
    for (String page : List.of("/", "/static-files/static/js/main.1a2b.js")) {
      Response refused =
          Programs.get("/api/mlflow/echo" + page, bearer, "Sec-Fetch-Mode: navigate");
      assertEquals(403, refused.status(), page);
      assertEquals("PERMISSION_DENIED", code(refused));
    }
    assertEquals(List.of(), echo.received());
  }

  @ParameterizedTest
  @ValueSource(strings = {"churn", "gone", "nothing", "Echo", "echo%20", "."})
  @Holds(Promise.UNSEEN_IS_ABSENT)
  void aServerOutsideOfTheTokenIsLikeNone(String server) throws IOException {
    Response refused = Programs.get("/api/mlflow/" + server + "/version", bearer);
    assertTrue(Set.of(400, 404).contains(refused.status()), refused.text());
    assertEquals(List.of(), echo.received());
    if (refused.status() == 404) {
      assertEquals(
          "{\"error_code\":\"RESOURCE_DOES_NOT_EXIST\",\"message\":\"There is nothing here for"
              + " you.\"}",
          refused.text());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%61pi/mlflow/echo/version",
        "/api/%6Dlflow/echo/version",
        "//api/mlflow/echo/version",
        "/API/mlflow/echo/version",
        "/api/./mlflow/echo/version",
        "/app/../api/mlflow/echo/version",
        "http://portico.localhost:8081/api/mlflow/echo/version"
      })
  @Holds(Promise.NO_PATH_AROUND_THE_DOOR)
  void noOtherSpellingLeadsToTheLane(String target) throws IOException {
    assertTrue(Programs.get(target, bearer).status() >= 400);
    assertEquals(List.of(), echo.received());
  }

  @ParameterizedTest
  @CsvSource({
    "portico.localhost:8081, 200",
    "localhost:8081, 200",
    "127.0.0.1:8081, 200",
    "evil.example, 421",
    "mlflow.portico.localhost:8081, 404"
  })
  void theLaneIsOnThePortalsHost(String host, int status) throws IOException {
    assertEquals(
        status,
        RawHttp.send(
                MlflowOrigin.PORT, "GET /api/mlflow/echo/version HTTP/1.1", "Host: " + host, bearer)
            .status());
  }

  @Test
  void aLinkThatMlflowPrintedLeadsToThePortalsPage() throws IOException {
    String[] visit = {"Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"};
    for (String link : List.of("/api/mlflow/echo", "/api/mlflow/echo/")) {
      Response led = Programs.get(link, visit);
      assertEquals(303, led.status());
      assertEquals(
          "http://portico.localhost:8081/app/mlflow/echo", led.header("Location").orElseThrow());
    }
    assertEquals(
        "http://portico.localhost:8081/app/mlflow/a%40b%3Fc",
        Programs.get("/api/mlflow/a%40b%3Fc/", visit).header("Location").orElseThrow());
    assertUnauthenticated(Programs.get("/api/mlflow/echo/"));
    assertUnauthenticated(Programs.get("/api/mlflow/echo/", "Sec-Fetch-Mode: cors"));
    assertUnauthenticated(Programs.get(GET_RUN, visit));
    assertEquals(403, Programs.get("/api/mlflow/echo/", visit[0], visit[1], bearer).status());
    assertEquals(List.of(), echo.received());
  }

  @Test
  void noOtherOriginIsInvited() throws IOException {
    Response preflight =
        Programs.write(
            "OPTIONS",
            "/api/mlflow/echo/api/2.0/mlflow/runs/search",
            "",
            "Origin: https://evil.example",
            "Access-Control-Request-Method: POST");
    assertUnauthenticated(preflight);
    assertTrue(
        preflight.headers().stream()
            .noneMatch(h -> h.getKey().toLowerCase().startsWith("access-control-")));
  }
}
