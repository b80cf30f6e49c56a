package io.portico.mlflow.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.portico.database.Database;
import io.portico.identity.Person;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.EchoUpstream;
import io.portico.testsupport.Eventually;
import io.portico.testsupport.RawHttp.Response;
import io.portico.tokens.Creation;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the lanes leave in the audit trail. */
@QuarkusTest
class LaneRecordsTest {
  private static final Person OWNER = TokenMaker.person("recorded", "echo-team");
  private static final String JSON = "Content-Type: application/json";

  @Inject Database database;
  @Inject EchoUpstream echo;
  @Inject TokenMaker tokens;
  @Inject FrameVisitor visitor;

  private Creation.Made token;

  @BeforeEach
  void prepare() {
    echo.reset();
    token = tokens.token(OWNER, "echo", "contributor");
  }

  private String post(String path) throws IOException {
    Response response =
        Programs.write(
            "POST", "/api/mlflow/echo" + path, "{\"secret\":1}", TokenMaker.header(token), JSON);
    return response.header("X-Request-Id").orElseThrow();
  }

  private List<String> records(String request) {
    return database.transaction(
        handle ->
            handle
                .createQuery(
                    "select concat_ws('|', subject, name, via, action, resource, detail, result)"
                        + " from activity where request = :request")
                .bind("request", request)
                .mapTo(String.class)
                .list());
  }

  private void assertRecorded(String record, String request) {
    Eventually.equal(List.of(record), () -> records(request));
  }

  @Test
  @Holds(Promise.EVERY_DEED_IS_RECORDED)
  void aWriteIsRecordedWithItsToken() throws IOException {
    String via = "token:" + token.token().id();
    assertRecorded(
        "recorded|recorded|%s|WRITE|mlflow/echo|POST /api/2.0/mlflow/runs/update|DONE"
            .formatted(via),
        post("/api/2.0/mlflow/runs/update?q=what-I-search"));
  }

  @Test
  void aWriteThatTheUpstreamRefusesHasFailed() throws IOException {
    echo.answerWith(request -> request.response().setStatusCode(400).end("{}"));
    String via = "token:" + token.token().id();
    assertRecorded(
        "recorded|recorded|%s|WRITE|mlflow/echo|POST /api/2.0/mlflow/runs/update|FAILED"
            .formatted(via),
        post("/api/2.0/mlflow/runs/update"));
  }

  @Test
  @Holds(Promise.EVERY_DEED_IS_RECORDED)
  void whatIsDeniedIsRecordedToo() throws IOException {
    String via = "token:" + token.token().id();
    assertRecorded(
        "recorded|recorded|%s|ACCESS|mlflow/echo|POST /api/2.0/mlflow/runs/delete|DENIED"
            .formatted(via),
        post("/api/2.0/mlflow/runs/delete"));
    assertRecorded(
        "recorded|recorded|%s|ACCESS|mlflow/echo|POST /api/2.0/mlflow/webhooks|DENIED"
            .formatted(via),
        post("/api/2.0/mlflow/webhooks"));
  }

  @Test
  void aDenialIsRecordedOnceAnHour() throws IOException {
    String first = post("/api/2.0/mlflow/runs/delete");
    String again = post("/api/2.0/mlflow/runs/delete");
    String other = post("/api/2.0/mlflow/experiments/delete");
    Eventually.equal(1, () -> records(other).size());
    assertEquals(1, records(first).size());
    assertEquals(List.of(), records(again));
  }

  @Test
  void aWriteInTheFrameBearsThePersonsName() throws IOException {
    Response response =
        MlflowOrigin.write(
            "POST",
            "/mlflow/echo/ajax-api/2.0/mlflow/runs/update",
            "{}",
            visitor.cookie("echo"),
            MlflowOrigin.ORIGIN,
            JSON);
    assertRecorded(
        "visitor|Visitor|session|WRITE|mlflow/echo|POST /ajax-api/2.0/mlflow/runs/update|DONE",
        response.header("X-Request-Id").orElseThrow());
  }

  @Test
  void aReadIsNotRecorded() throws IOException {
    String read = post("/api/2.0/mlflow/runs/search");
    String write = post("/api/2.0/mlflow/runs/update");
    Eventually.equal(1, () -> records(write).size());
    assertEquals(List.of(), records(read));
    assertFalse(records(write).toString().contains("secret"));
  }
}
