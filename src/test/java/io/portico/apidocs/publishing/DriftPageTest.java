package io.portico.apidocs.publishing;

import static io.portico.apidocs.publishing.OrdersApi.API;
import static io.portico.apidocs.publishing.OrdersApi.PAGE;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.apidocs.Counts;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.DraftsAway;
import io.portico.apidocs.Location;
import io.portico.apidocs.Stage;
import io.portico.database.Database;
import io.portico.sandbox.SandboxDatabase;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class DriftPageTest {
  private static final String DRIFT = PAGE + "/drift";
  private static final Stage PROD = new Stage("prod", Optional.of("1"));
  private static final Counts SOME = new Counts(1, 0, 0, 0);

  @Inject OrdersApi orders;
  @Inject DriftTable table;
  @Inject Database database;
  @Inject SandboxDatabase postgres;

  private final Visitor viewer = Visitor.signedInAs("lead");

  @BeforeEach
  @AfterEach
  void reset() {
    orders.reset();
  }

  private String drift() {
    return viewer.get(DRIFT).then().statusCode(200).extract().asString();
  }

  private void seenBefore(String interval) {
    database.change(
        handle ->
            handle.execute(
                "update documentation_drift set since = since - interval '" + interval + "'"));
  }

  @Test
  void eachStageSaysByHowManyPartsTheDraftDiffersAndSinceWhen() {
    viewer
        .get(DRIFT)
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString(
                    "compare?from=stage%3Aprod&amp;to=draft\">Draft differs from prod</a> in 8 places"),
                containsString("Draft differs from test</a> in 2 places"),
                containsString("just now"),
                not(containsString("Publish"))));
    seenBefore("3 days");
    viewer.get(DRIFT).then().body(containsString("first seen <time"));
    assertEquals(2, drift().split("3 days ago", -1).length - 1);
    Visitor.signedInAs("publisher")
        .get(DRIFT)
        .then()
        .body(containsString("/publish?stage=prod\">Publish"));
  }

  @Test
  void aStageThatShowsTheDraftSaysSo() {
    drift();
    orders.make("3.0");
    orders.show("prod", "3.0");
    String now = drift();
    assertEquals(1, now.split("prod shows the draft", -1).length - 1, now);
    orders.write(Location.api(), "{\"info\":{\"title\":\"New\"}}");
    seenBefore("3 days");
    String changed = drift();
    assertEquals(
        1, changed.split("Draft differs from prod</a> in 1 place,", -1).length - 1, changed);
    assertEquals(1, changed.split("just now", -1).length - 1, changed);
  }

  @Test
  void aStageWithoutDocumentationSaysSo() {
    Visitor.signedInAs("editor")
        .get("/app/apis/loyaltyap1/drift")
        .then()
        .statusCode(200)
        .body(containsString("prod shows no version"));
  }

  @Test
  void manyWhoLookCostOneReading() {
    drift();
    orders.calls("GetDocumentationVersions");
    int before = orders.calls("GetDocumentationVersions");
    drift();
    assertEquals(before, orders.calls("GetDocumentationVersions"));
  }

  @Test
  void whatCannotBeReadIsNotKnown() {
    QuarkusMock.installMockForType(new UnreadableExports(), StageExports.class);
    viewer.get(DRIFT).then().statusCode(200).body(containsString("what prod shows is not known"));
  }

  @Test
  void withoutApiGatewayNothingButTheFragmentIsLost() {
    QuarkusMock.installMockForType(new DraftsAway(), Drafts.class);
    viewer.get(DRIFT).then().statusCode(200).body(containsString("is not known at the moment"));
  }

  @Test
  void withoutADatabaseNothingButTheFragmentIsLost() {
    viewer.get("/app");
    postgres.goDown();
    try {
      viewer.get(DRIFT).then().statusCode(200).body(containsString("is not known at the moment"));
    } finally {
      postgres.comeUp();
    }
  }

  @Test
  void theTimeBeginsAnewWithWhatTheStageShows() {
    Instant first = since(new Drift(PROD, Drift.State.DIFFERS, SOME)).get("prod");
    assertEquals(first, since(new Drift(PROD, Drift.State.DIFFERS, SOME)).get("prod"));
    assertEquals(Map.of(), since(new Drift(PROD, Drift.State.UNKNOWN, Counts.NONE)));
    seenBefore("1 hour");
    Instant before = since(new Drift(PROD, Drift.State.DIFFERS, SOME)).get("prod");
    assertEquals(first.minusSeconds(3_600), before);
    Stage other = new Stage("prod", Optional.of("2"));
    assertEquals(
        true, since(new Drift(other, Drift.State.DIFFERS, SOME)).get("prod").isAfter(before));
    seenBefore("1 hour");
    assertEquals(Map.of(), since(new Drift(other, Drift.State.SAME, Counts.NONE)));
    assertEquals(
        true, since(new Drift(other, Drift.State.DIFFERS, SOME)).get("prod").isAfter(first));
    assertEquals(Map.of(), since());
    assertEquals(0, rows());
  }

  private Map<String, Instant> since(Drift... drifts) {
    return table.seen(API.id(), List.of(drifts));
  }

  private int rows() {
    return database.transaction(
        handle ->
            handle
                .createQuery("select count(*) from documentation_drift")
                .mapTo(Integer.class)
                .one());
  }

  @ParameterizedTest
  @CsvSource({"lead, 200", "editor, 200", "publisher, 200", "scientist, 404"})
  void whoHasARoleSeesIt(String person, int status) {
    Visitor.signedInAs(person).get(DRIFT).then().statusCode(status);
  }

  @Test
  void theApisPageAndTheHomePageAskForIt() {
    viewer.get(PAGE).then().body(containsString("hx-get=\"" + DRIFT + "\""));
    viewer.get("/app").then().body(containsString("hx-get=\"" + DRIFT + "\""));
  }
}
