package io.portico.sandbox.mlflow;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.ConnectException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the Java client does not ask for. Paths, shapes and error codes are those of MLflow's {@code
 * service.proto} and {@code model_registry.proto}.
 */
class DemoMlflowRestTest {
  private static final String API = "/api/2.0/mlflow/";

  private static Vertx vertx;
  private static DemoMlflow server;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    server = DemoMlflow.start(vertx, "any other seed");
  }

  @AfterAll
  static void stop() {
    server.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/2.0/mlflow/",
        "/api/3.0/mlflow/",
        "/ajax-api/2.0/mlflow/",
        "/ajax-api/3.0/mlflow/"
      })
  void everyPrefixLeadsToTheSameApi(String prefix) {
    String first = "experiments.find { it.name == 'Default' }.experiment_id";
    given(server)
        .get(prefix + "experiments/search?max_results=50")
        .then()
        .body(first, equalTo("0"));
    given(server).body("{}").post(prefix + "experiments/search").then().body(first, equalTo("0"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "experiments/get?experiment_id=99 | 404 | RESOURCE_DOES_NOT_EXIST",
        "experiments/get | 400 | INVALID_PARAMETER_VALUE",
        "experiments/get-by-name?experiment_name=none | 404 | RESOURCE_DOES_NOT_EXIST",
        "experiments/search?max_results=0 | 400 | INVALID_PARAMETER_VALUE",
        "experiments/search?max_results=50001 | 400 | INVALID_PARAMETER_VALUE",
        "experiments/search?max_results=many | 400 | INVALID_PARAMETER_VALUE",
        "experiments/search?page_token=forged | 400 | INVALID_PARAMETER_VALUE",
        "experiments/search?view_type=SOME | 400 | INVALID_PARAMETER_VALUE",
        "experiments/search?filter=name | 400 | INVALID_PARAMETER_VALUE",
        "runs/get?run_id=none | 404 | RESOURCE_DOES_NOT_EXIST",
        "artifacts/list?run_id=none | 404 | RESOURCE_DOES_NOT_EXIST",
        "registered-models/get?name=none | 404 | RESOURCE_DOES_NOT_EXIST",
        "webhooks | 404 | ENDPOINT_NOT_FOUND",
        "runs/create | 404 | ENDPOINT_NOT_FOUND",
      })
  void aRefusedReadSaysWhyInMlflowsShape(String path, int status, String code) {
    refused(given(server).get(API + path).then(), status, code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "experiments/create | {'name':'Default'} | RESOURCE_ALREADY_EXISTS",
        "experiments/create | {'name':' '} | INVALID_PARAMETER_VALUE",
        "experiments/create | {'name':7} | INVALID_PARAMETER_VALUE",
        "experiments/create | {} | INVALID_PARAMETER_VALUE",
        "experiments/create | {'name':'x','tags':['loose']} | INVALID_PARAMETER_VALUE",
        "experiments/create | {'name' | BAD_REQUEST",
        "experiments/create | [] | BAD_REQUEST",
        "experiments/create | 7 | BAD_REQUEST",
        "runs/search | {'experiment_ids':['0'],'filter':'metrics.x > y'} | INVALID_PARAMETER_VALUE",
        "runs/search | {'experiment_ids':[0]} | INVALID_PARAMETER_VALUE",
        "runs/search | {'order_by':['nothing']} | INVALID_PARAMETER_VALUE",
      })
  void aRefusedWriteSaysWhyInMlflowsShape(String path, String body, String code) {
    refused(given(server).body(body.replace('\'', '"')).post(API + path).then(), 400, code);
  }

  @Test
  void aNameOfADeletedExperimentStaysTaken() {
    String id = experiment("buried");
    post("experiments/delete", new JsonObject().put("experiment_id", id)).statusCode(200);
    refused(
        post("experiments/create", new JsonObject().put("name", "buried")),
        400,
        "RESOURCE_ALREADY_EXISTS");
    refused(
        post("runs/create", new JsonObject().put("experiment_id", id)),
        400,
        "INVALID_PARAMETER_VALUE");
    refused(
        post(
            "experiments/update",
            new JsonObject().put("experiment_id", id).put("new_name", "risen")),
        500,
        "INVALID_STATE");
  }

  @Test
  void anExperimentTakesItsRunsWithItAndBringsThemBack() {
    String experiment = experiment("moving");
    String run = run(experiment);
    JsonObject that = new JsonObject().put("experiment_id", experiment);
    post("experiments/delete", that).statusCode(200);
    given(server)
        .get(API + "runs/get?run_id=" + run)
        .then()
        .body("run.info.lifecycle_stage", equalTo("deleted"));
    post("experiments/restore", that).statusCode(200);
    given(server)
        .get(API + "runs/get?run_id=" + run)
        .then()
        .body("run.info.lifecycle_stage", equalTo("active"));
  }

  @Test
  void aRunIsRenamedWithItsTag() {
    String run = run(experiment("renaming"));
    post("runs/update", new JsonObject().put("run_uuid", run).put("run_name", "better"))
        .body("run_info.run_name", equalTo("better"));
    given(server)
        .get(API + "runs/get?run_uuid=" + run)
        .then()
        .body("run.data.tags.find { it.key == 'mlflow.runName' }.value", equalTo("better"))
        .body("run.info.status", equalTo("RUNNING"));
  }

  @Test
  void aHistoryComesInPages() {
    String run = measuredRun("history", 5);
    String first =
        given(server)
            .get(API + "metrics/get-history?metric_key=m&max_results=3&run_id=" + run)
            .then()
            .body("metrics.step", contains(0, 1, 2))
            .extract()
            .path("next_page_token");
    given(server)
        .queryParam("page_token", first)
        .get(API + "metrics/get-history?metric_key=m&max_results=3&run_id=" + run)
        .then()
        .body("metrics.step", contains(3, 4))
        .body("$", not(hasItem("next_page_token")));
  }

  @Test
  void theHistoriesOfSeveralRunsComeTogether() {
    String one = measuredRun("bulk 1", 2);
    String two = measuredRun("bulk 2", 2);
    given(server)
        .get(API + "metrics/get-history-bulk?metric_key=m&run_id=" + one + "&run_id=" + two)
        .then()
        .body("metrics.run_id", contains(one, one, two, two));
  }

  @Test
  void aSampledHistoryKeepsItsEnds() {
    String run = measuredRun("interval", 100);
    given(server)
        .get(
            API
                + "metrics/get-history-bulk-interval?metric_key=m&max_results=4&start_step=10&end_step=90&run_ids="
                + run)
        .then()
        .body("metrics.step", contains(10, 31, 52, 73, 90))
        .body("metrics[0].run_id", equalTo(run));
  }

  @Test
  void aMalformedBatchLeavesNothingBehind() {
    String run = run(experiment("half a batch"));
    JsonObject batch =
        new JsonObject()
            .put("run_id", run)
            .put("params", new JsonArray().add(new JsonObject().put("key", "p").put("value", "1")))
            .put("metrics", new JsonArray().add(new JsonObject().put("key", "m")));
    refused(post("runs/log-batch", batch), 400, "INVALID_PARAMETER_VALUE");
    given(server).get(API + "runs/get?run_id=" + run).then().body("run.data.params", hasSize(0));
  }

  @Test
  void aBatchHasItsLimits() {
    JsonArray many = new JsonArray();
    for (int index = 0; index <= 100; index++) {
      many.add(new JsonObject().put("key", "p" + index).put("value", "1"));
    }
    String run = run(experiment("large batch"));
    refused(
        post("runs/log-batch", new JsonObject().put("run_id", run).put("params", many)),
        400,
        "INVALID_PARAMETER_VALUE");
  }

  @Test
  void inputsAreAccepted() {
    post("runs/log-inputs", new JsonObject().put("run_id", run(experiment("inputs"))))
        .statusCode(200);
  }

  @Test
  void aRegisteredModelGrowsVersionsAndAliases() {
    post("registered-models/create", new JsonObject().put("name", "m"))
        .body("registered_model.name", equalTo("m"));
    refused(
        post("registered-models/create", new JsonObject().put("name", "m")),
        400,
        "RESOURCE_ALREADY_EXISTS");
    post("model-versions/create", new JsonObject().put("name", "m").put("source", "s"))
        .body("model_version.version", equalTo("1"));
    JsonObject alias = new JsonObject().put("name", "m").put("alias", "best");
    post("registered-models/alias", alias.copy().put("version", "1")).statusCode(200);
    refused(
        post("registered-models/alias", alias.copy().put("version", "2")),
        404,
        "RESOURCE_DOES_NOT_EXIST");
    given(server)
        .get(API + "registered-models/alias?name=m&alias=best")
        .then()
        .body("model_version.aliases", contains("best"));
    given(server)
        .get(API + "registered-models/search?filter=name ILIKE 'M'")
        .then()
        .body("registered_models.aliases.flatten().version", contains("1"));
  }

  @Test
  void graphQlIsRefusedInItsOwnShape() {
    given(server)
        .body("{\"query\":\"{ x }\"}")
        .post("/graphql")
        .then()
        .body("errors[0].message", containsString("no GraphQL"));
  }

  @Test
  void onlyItsOwnHostIsAnswered() {
    given(server)
        .header("Host", "portico.example")
        .get("/")
        .then()
        .statusCode(403)
        .body(startsWith("Invalid Host header"));
    given(server).header("Host", "portico.example").get("/health").then().statusCode(200);
    given(server)
        .header("Host", "localhost:" + server.uri().getPort())
        .get("/")
        .then()
        .statusCode(200);
  }

  @Test
  void aForeignOriginMayReadButNotChange() {
    String foreign = "https://portico.example";
    given(server)
        .header("Origin", foreign)
        .body("{}")
        .post(API + "runs/search")
        .then()
        .statusCode(403)
        .body(equalTo("Cross-origin request blocked"));
    given(server)
        .header("Origin", foreign)
        .get(API + "experiments/search")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", "*");
    given(server)
        .header("Origin", server.uri().toString())
        .body("{}")
        .post(API + "runs/search")
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/version", "/nowhere", "/api/2.0/mlflow/experiments/search"})
  void noOtherSiteMayFrameIt(String path) {
    given(server).get(path).then().header("X-Frame-Options", "SAMEORIGIN");
  }

  @Test
  void afterClosingNobodyListens() {
    DemoMlflow brief = DemoMlflow.start(vertx, "forecasting");
    given(brief).get("/health").then().statusCode(200).body(equalTo("OK"));
    brief.close();
    assertThrows(ConnectException.class, () -> given(brief).get("/health"));
  }

  @Test
  @Timeout(20)
  void closingTwiceOrAfterItsVertxDoesNoHarm() {
    Vertx own = Vertx.vertx();
    DemoMlflow first = DemoMlflow.start(own, "none");
    DemoMlflow second = DemoMlflow.start(own, "none");
    first.close();
    assertDoesNotThrow(first::close);
    own.close().toCompletionStage().toCompletableFuture().join();
    assertDoesNotThrow(second::close);
  }

  private static String experiment(String name) {
    return post("experiments/create", new JsonObject().put("name", name))
        .body("experiment_id", notNullValue())
        .extract()
        .path("experiment_id");
  }

  private static String run(String experiment) {
    return post("runs/create", new JsonObject().put("experiment_id", experiment))
        .extract()
        .path("run.info.run_id");
  }

  private static String measuredRun(String name, int steps) {
    String run = run(experiment(name));
    JsonArray metrics = new JsonArray();
    for (int step = 0; step < steps; step++) {
      metrics.add(new JsonObject().put("key", "m").put("value", step).put("step", step));
    }
    post("runs/log-batch", new JsonObject().put("run_id", run).put("metrics", metrics))
        .statusCode(200);
    return run;
  }

  private static ValidatableResponse post(String path, JsonObject body) {
    return given(server).body(body.encode()).post(API + path).then();
  }

  private static void refused(ValidatableResponse response, int status, String code) {
    response.statusCode(status).body("error_code", equalTo(code)).body("message", notNullValue());
  }

  private static RequestSpecification given(DemoMlflow server) {
    return RestAssured.given().baseUri(server.uri().toString()).contentType("application/json");
  }
}
