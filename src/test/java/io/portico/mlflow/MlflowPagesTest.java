package io.portico.mlflow;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.Eventually;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class MlflowPagesTest {
  private static final Pattern ROW =
      Pattern.compile("<td>(start|stop)</td>(?s:.*?)<span class=\"status [^>]+>(\\w+)<");

  @Test
  void whoMayOpenNothingIsToldWhomToAsk() {
    String home = Visitor.signedInAs("guest").get("/app").asString();
    assertTrue(home.contains("Nothing is open to you yet"), home);
    assertTrue(home.contains("the team that runs this sandbox"), home);
  }

  @Test
  void oneSeesOnesOwnServersWithOnesLevel() {
    Visitor.signedInAs("scientist")
        .get("/app/mlflow")
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("Customer churn"),
                containsString("contributor"),
                containsString("Demand forecasting"),
                containsString("viewer"),
                not(containsString("Echo"))));
  }

  @ParameterizedTest
  @CsvSource({"editor, churn", "editor, no-such-server", "scientist, echo", "scientist, CHURN"})
  @Holds(Promise.UNSEEN_IS_ABSENT)
  void aServerOneMayNotSeeIsLikeOneThatDoesNotExist(String person, String server) {
    Visitor visitor = Visitor.signedInAs(person);
    String unknown = visitor.get("/app/mlflow/no-such-server").asString();
    for (String page : new String[] {"", "/status", "/frame"}) {
      var answer = visitor.get("/app/mlflow/" + server + page);
      assertEquals(404, answer.statusCode());
      assertEquals(unknown, answer.asString());
    }
  }

  @Test
  void thePageFramesTheMlflowOriginAndNothingElse() {
    Visitor.signedInAs("scientist")
        .get("/app/mlflow/churn")
        .then()
        .statusCode(200)
        .header(
            "Content-Security-Policy",
            containsString("frame-src 'self' http://mlflow.portico.localhost:8081;"))
        .body(containsString("data-src=\"/app/mlflow/churn/frame\""));
  }

  @Test
  void theFrameStartsWithATicketOnTheMlflowOrigin() {
    Visitor.signedInAs("scientist")
        .get("/app/mlflow/churn/frame")
        .then()
        .statusCode(303)
        .header(
            "Location",
            startsWith("http://mlflow.portico.localhost:8081/mlflow/churn/_portico/enter?ticket="))
        .header("Cache-Control", equalTo("no-store"));
  }

  @Test
  void theStatusIsSageMakers() {
    Visitor.signedInAs("scientist")
        .get("/app/mlflow/churn/status")
        .then()
        .statusCode(200)
        .body(allOf(containsString("running"), containsString("MLflow 3.")));
  }

  @Test
  void anOpenPageRenewsItsFrameHoweverManyPagesFollow() {
    Visitor visitor = Visitor.signedInAs("scientist");
    String page = visitor.get("/app/mlflow/churn").asString();
    String token = page.replaceAll("(?s).*data-csrf-token=\"([^\"]+)\".*", "$1");
    visitor.get("/app/mlflow/churn/frame");
    visitor.get("/app");
    visitor
        .request("Origin", Visitor.PORTAL, "X-CSRF-TOKEN", token)
        .post("http://127.0.0.1:8081/app/mlflow/churn/frame/ticket")
        .then()
        .statusCode(200)
        .body(containsString("."));
  }

  @Test
  void aManagerStopsAndStartsATrackingServer() {
    Visitor lead = Visitor.signedInAs("lead");
    lead.submit("/app/mlflow/forecasting", "/app/mlflow/forecasting/stop").then().statusCode(303);
    awaitStatus(lead, "stopped");
    lead.submit("/app/mlflow/forecasting", "/app/mlflow/forecasting/start").then().statusCode(303);
    awaitStatus(lead, "running");
  }

  @Test
  void startsAndStopsAreRecordedWithTheirResult() {
    Visitor lead = Visitor.signedInAs("lead");
    lead.submit("/app/mlflow/forecasting", "/app/mlflow/forecasting/stop");
    awaitStatus(lead, "stopped");
    lead.submit("/app", "/app/mlflow/forecasting/stop").then().statusCode(500);
    lead.submit("/app", "/app/mlflow/forecasting/start").then().statusCode(303);
    awaitStatus(lead, "running");
    Eventually.equal(
        List.of("start done", "stop failed", "stop done"),
        () -> newestOfTheTrail(lead).limit(3).toList());
  }

  private static Stream<String> newestOfTheTrail(Visitor visitor) {
    String page = visitor.get("/app/activity?resource=mlflow/forecasting").asString();
    return ROW.matcher(page).results().map(row -> row.group(1) + " " + row.group(2));
  }

  private static void awaitStatus(Visitor visitor, String status) {
    long end = System.nanoTime() + 20_000_000_000L;
    while (!visitor.get("/app/mlflow/forecasting/status").asString().contains(status)) {
      assertTrue(System.nanoTime() < end, "not " + status);
    }
  }

  @Test
  void onlyAManagerStartsAndStopsAndOnlyATrackingServer() {
    Visitor scientist = Visitor.signedInAs("scientist");
    scientist
        .submit("/app/mlflow/forecasting", "/app/mlflow/forecasting/stop")
        .then()
        .statusCode(403);
    Visitor lead = Visitor.signedInAs("lead");
    lead.submit("/app/mlflow/churn", "/app/mlflow/churn/stop").then().statusCode(403);
  }
}
