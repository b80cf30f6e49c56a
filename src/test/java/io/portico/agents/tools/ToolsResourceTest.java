package io.portico.agents.tools;

import static io.portico.agents.tools.ToolRequests.assertProblem;
import static io.portico.agents.tools.ToolRequests.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.agents.Published;
import io.portico.sandbox.SandboxDatabase;
import io.portico.testsupport.Eventually;
import io.portico.testsupport.RawHttp;
import io.portico.testsupport.RawHttp.Response;
import io.portico.testsupport.TestIssuer;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tools as plain JSON, on the wire. */
@QuarkusTest
class ToolsResourceTest {
  @Inject TestIssuer issuer;
  @Inject Published published;
  @Inject SandboxDatabase postgres;

  private String bearer() {
    return "Authorization: Bearer " + issuer.token(issuer.claims().put("groups", "churn-team"));
  }

  private Response call(String tool, String arguments) throws IOException {
    return post("/api/tools/" + tool, arguments, bearer());
  }

  @Test
  void aToolAnswersWithItsResultAlone() throws IOException {
    Response answer = call("find_experiments", "{\"server\":\"churn\",\"name\":\"neural\"}");
    assertEquals(200, answer.status(), answer.text());
    assertEquals(
        "Customer churn, neural network",
        new JsonObject(answer.text())
            .getJsonArray("experiments")
            .getJsonObject(0)
            .getString("name"));
    assertEquals("no-store", answer.header("Cache-Control").orElseThrow());
    assertTrue(answer.header("RateLimit").orElseThrow().startsWith("\"agent\";r="));
  }

  @Test
  void aTokenOfThePortalShowsNoMoreThanItsGrants() throws IOException {
    Response answer =
        post("/api/tools/list_tracking_servers", "{}", published.bearer("churn-leads"));
    assertEquals(1, new JsonObject(answer.text()).getJsonArray("servers").size());
  }

  @Test
  void withoutATokenTheAnswerIsAChallengeWhateverTheTool() throws IOException {
    assertProblem(post("/api/tools/list_apis", "{}"), 401, "unauthenticated");
    assertProblem(post("/api/tools/nothing", "{}"), 401, "unauthenticated");
    assertProblem(
        post("/api/tools/list_apis", "{}", "Authorization: Bearer x"), 401, "invalid-token");
  }

  @Test
  void aPersonsSessionOpensNothing() throws IOException {
    String cookies =
        Visitor.signedInAs("lead").cookies().entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    assertProblem(
        post("/api/tools/list_apis", "{}", "Cookie: " + cookies, "Origin: " + ToolRequests.PORTAL),
        401,
        "unauthenticated");
  }

  @Test
  void aPageOfAnotherSiteCannotAct() throws IOException {
    assertProblem(
        post("/api/tools/list_apis", "{}", bearer(), "Origin: http://evil.example"),
        403,
        "foreign-origin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing", "LIST_APIS", "%6cist_api"})
  void otherNamesAreNoTools(String name) throws IOException {
    assertProblem(call(name, "{}"), 404, "tool-not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"list_apis%00", "..%2flist_apis"})
  void namesOfTwoReadingsAreRefused(String name) throws IOException {
    assertProblem(call(name, "{}"), 400, "bad-request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "7",
        "\"x\"",
        "{} x",
        "{\"a\":1,}",
        "{\"name\":\"a\",\"name\":\"b\"}"
      })
  void whatIsNoObjectIsRefused(String body) throws IOException {
    assertProblem(call("list_apis", body), 422, "invalid-arguments");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"server\":7}",
        "{\"server\":null}",
        "{\"server\":\"churn\",\"sql\":\"x\"}",
        "{\"server\":\"churn\",\"max_results\":\"1\"}",
        "{\"server\":\"churn\",\"max_results\":1.5}",
        "{\"server\":\"churn\",\"max_results\":99999999999999999999}"
      })
  void argumentsAreCheckedAgainstTheSchema(String body) throws IOException {
    assertProblem(call("find_experiments", body), 422, "invalid-arguments");
  }

  /** Each of the items is a mistake. */
  @Test
  void ofManyMistakesTheFirstIsToldInFewWords() throws IOException {
    Response answer =
        call(
            "search_runs",
            "{\"server\":\"churn\",\"experiment_ids\":[0" + ",1".repeat(250_000) + "]}");
    assertProblem(answer, 422, "invalid-arguments");
    assertTrue(answer.body().length < 2_000, "bytes: " + answer.body().length);
    Response unknown = call("list_apis", "{\"" + "k".repeat(100_000) + "\":1}");
    assertProblem(unknown, 422, "invalid-arguments");
    assertTrue(unknown.body().length < 2_000, "bytes: " + unknown.body().length);
  }

  @Test
  void aDeepBodyIsRefusedAndTheNextOneAnswered() throws IOException {
    assertProblem(call("list_apis", "{\"a\":" + "[".repeat(100_000)), 422, "invalid-arguments");
    assertEquals(200, call("list_apis", "{}").status());
  }

  @Test
  void whatAToolRefusesIsAProblemThatSaysWhatToDo() throws IOException {
    Response many = call("find_experiments", "{\"server\":\"churn\",\"max_results\":101}");
    assertProblem(many, 422, "tool-refused");
    assertEquals(
        "Ask for 1 to 100 results at once, not 101.",
        new JsonObject(many.text()).getString("detail"));
    assertProblem(call("find_experiments", "{\"server\":\"forecasting\"}"), 404, "not-found");
    Response words = call("get_run", "{\"server\":\"churn\",\"run_id\":\"nothing\"}");
    assertProblem(words, 422, "tool-refused");
    assertTrue(words.text().contains("MLflow says: "), words.text());
  }

  private static int apis(String bearer) {
    try {
      return post("/api/tools/list_apis", "{}", bearer).status();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void withoutTheDatabaseWhatIsNotInMemoryIsToldToBeAway() throws IOException {
    String bearer = bearer();
    published.asSeeded();
    postgres.goDown();
    try {
      assertProblem(post("/api/tools/list_apis", "{}", bearer), 503, "database-away");
      assertEquals(200, post("/api/tools/list_tracking_servers", "{}", bearer).status());
    } finally {
      postgres.comeUp();
      Eventually.equal(200, () -> apis(bearer));
    }
  }

  @Test
  void otherMethodsAreNone() throws IOException {
    Response answer =
        RawHttp.send(
            8081, "GET /api/tools/list_apis HTTP/1.1", "Host: portico.localhost:8081", bearer());
    assertEquals(405, answer.status());
  }

  @Test
  void aReadIsNotKeptByItsKey() throws IOException {
    String key = "Idempotency-Key: \"one\"";
    String bearer = bearer();
    assertEquals(200, post("/api/tools/list_apis", "{}", bearer, key).status());
    Response other = post("/api/tools/list_tracking_servers", "{}", bearer, key);
    assertEquals(200, other.status(), other.text());
    assertFalse(other.header("Idempotency-Replayed").isPresent());
  }
}
