package io.portico.audit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.sandbox.SandboxDatabase;
import io.portico.testsupport.Eventually;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ActivityPageTest {
  private static final Pattern OLDER = Pattern.compile("href=\"([^\"]+)\">Older<");
  private static final Pattern DETAIL = Pattern.compile("<td class=\"detail\">([^<]*)</td>");

  @Inject ActivityTable table;
  @Inject SandboxDatabase postgres;

  /** A resource of one test, by which it finds its records among those of others. */
  private final String resource = "mlflow/" + UUID.randomUUID();

  private void add(String subject, String name, Instant at, String on, String detail) {
    table.add(
        List.of(
            KeptActivity.of(Activities.by(new Actor(subject, name, "session"), at, on, detail))));
  }

  private void add(String subject, String detail) {
    add(subject, subject + " by name", Activities.NOON, resource, detail);
  }

  private String asked(String more) {
    return "/app/activity?resource=" + resource + more;
  }

  private static List<String> details(Response page) {
    page.then().statusCode(200);
    List<String> details = new ArrayList<>();
    Matcher row = DETAIL.matcher(page.asString());
    while (row.find()) {
      details.add(row.group(1));
    }
    return details;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "&whose=all", "&whose=everybody", "&whose=", "&who=lead", "&subject=lead"})
  void aPersonSeesTheirOwnRecordsWhateverTheyAsk(String parameters) {
    add("scientist", "mine");
    add("lead", "not mine");
    Visitor scientist = Visitor.signedInAs("scientist");
    assertEquals(List.of("mine"), details(scientist.get(asked(parameters))));
    String csv = scientist.get(asked(parameters).replace("activity?", "activity.csv?")).asString();
    assertTrue(csv.contains("mine") && !csv.contains("not mine"), csv);
  }

  @Test
  void theHomePageShowsWhatOneDidLatelyAndNeedsNoDatabase() {
    add("lead", "lead by name", Instant.now(), resource, "just now");
    Visitor lead = Visitor.signedInAs("lead");
    lead.get("/app").then().body(containsString("hx-get=\"/app/activity/lately\""));
    lead.get("/app/activity/lately")
        .then()
        .statusCode(200)
        .body(containsString(resource), containsString(">just now</time>"));
    Visitor.signedInAs("publisher")
        .get("/app/activity/lately")
        .then()
        .statusCode(200)
        .body(not(containsString(resource)));
    postgres.goDown();
    try {
      lead.get("/app/activity/lately")
          .then()
          .statusCode(200)
          .body(containsString("The database does not answer"));
    } finally {
      postgres.comeUp();
    }
  }

  @Test
  void anAuditorSeesEverybodysAndTheirOwnOnRequest() {
    add("scientist", "of another");
    add("publisher", "of their own");
    Visitor auditor = Visitor.signedInAs("publisher");
    assertEquals(2, details(auditor.get(asked(""))).size());
    assertEquals(List.of("of their own"), details(auditor.get(asked("&whose=mine"))));
    assertEquals(List.of("of another"), details(auditor.get(asked("&who=SCIENTIST%20BY"))));
  }

  @Test
  void aResourceIsFoundWithAllBelowItAndNothingBeside() {
    add("scientist", "itself");
    add("scientist", "S", Activities.NOON, resource + "/runs", "below");
    add("scientist", "S", Activities.NOON, resource + "0", "beside");
    add("scientist", "S", Activities.NOON, resource + "-2", "beside");
    Visitor scientist = Visitor.signedInAs("scientist");
    assertEquals(2, details(scientist.get(asked(""))).size());
    assertEquals(2, details(scientist.get(asked("/"))).size());
    assertFalse(details(scientist.get(asked(""))).contains("beside"));
  }

  @ParameterizedTest
  @CsvSource({
    "&action=WRITE, 1",
    "&action=START, 0",
    "&result=DONE, 1",
    "&result=DENIED, 0",
    "&from=2026-05-04&to=2026-05-04, 1",
    "&from=2026-05-05, 0",
    "&to=2026-05-03, 0",
    "&who=%25, 1",
    "%00, 0",
    "&from=&to=&action=&result=&who=, 1"
  })
  void filtersNarrowTheList(String filter, int found) {
    add("scientist", "here");
    assertEquals(found, details(Visitor.signedInAs("scientist").get(asked(filter))).size());
  }

  @ParameterizedTest
  @CsvSource({
    "from=soon, This is not a date",
    "to=2026-02-30, This is not a date",
    "from=2026-02-02&to=2026-02-01, The last day is before the first",
    "action=EAT, There is no such action",
    "result=EAT, There is no such result",
    "before=1%27, This link to older records is broken"
  })
  void whatCannotBeUnderstoodIsSaidAndTheFormIsKept(String query, String sentence) {
    for (String path : new String[] {"/app/activity", "/app/activity.csv"}) {
      Visitor.signedInAs("scientist")
          .get(path + "?resource=kept&" + query)
          .then()
          .statusCode(422)
          .body(allOf(containsString(sentence), containsString("value=\"kept\"")));
    }
  }

  @Test
  void pagesOfFiftyFollowEachOtherWithoutGapOrOverlap() {
    table.add(
        IntStream.range(0, 120)
            .mapToObj(
                i ->
                    KeptActivity.of(
                        Activities.by(
                            new Actor("scientist", "S", "session"),
                            // Some at the same time, as in a burst.
                            Activities.NOON.minus(Duration.ofSeconds(i / 7)),
                            resource,
                            "n" + i)))
            .toList());
    Visitor scientist = Visitor.signedInAs("scientist");
    List<String> seen = new ArrayList<>();
    String next = asked("&result=DONE");
    List<Integer> sizes = new ArrayList<>();
    while (next != null) {
      Response page = scientist.get(next);
      List<String> details = details(page);
      sizes.add(details.size());
      seen.addAll(details);
      Matcher older = OLDER.matcher(page.asString());
      next = older.find() ? older.group(1).replace("&amp;", "&") : null;
    }
    assertEquals(List.of(50, 50, 20), sizes);
    assertEquals(120, seen.stream().distinct().count());
  }

  @Test
  void hostileNamesAreTextAndNoMarkup() {
    add("scientist", "<script>alert(1)</script>", Activities.NOON, resource, "<img src=x>");
    String page = Visitor.signedInAs("publisher").get(asked("")).asString();
    assertFalse(page.contains("<script>alert") || page.contains("<img src=x"), page);
    assertTrue(page.contains("&lt;script&gt;alert(1)"), page);
  }

  @Test
  void timesAreInUtcWithTheExactOneBehind() {
    add("scientist", "here");
    Visitor.signedInAs("scientist")
        .get(asked(""))
        .then()
        .body(
            containsString(
                "<time datetime=\"2026-05-04T12:00:00.000001Z\""
                    + " title=\"2026-05-04T12:00:00.000001Z\">2026-05-04 12:00:00</time>"));
  }

  @Test
  void anEmptyListSaysWhatToDoNext() {
    Visitor.signedInAs("scientist")
        .get(asked(""))
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("Nothing of yours matches"),
                containsString("href=\"/app/activity\">Clear the filter")));
  }

  @Test
  void theCsvIsAFileToSaveWithTheSameRecords() {
    add("scientist", "=cmd|' /C calc'!A0");
    Visitor.signedInAs("scientist")
        .get("/app/activity.csv?resource=" + resource)
        .then()
        .statusCode(200)
        .contentType(startsWith("text/csv"))
        .header(
            "Content-Disposition",
            matchesPattern("attachment; filename=\"activity-\\d{4}-\\d\\d-\\d\\d\\.csv\""))
        .body(startsWith("time,subject,name,"), containsString(",'=cmd|' /C calc'!A0,"));
  }

  @Test
  void whileTheDatabaseIsAwayThePageSaysSoAndRecordingGoesOn() {
    Visitor lead = Visitor.signedInAs("lead");
    lead.get("/app");
    Instant start = Instant.now();
    postgres.goDown();
    try {
      for (String path : new String[] {"/app/activity", "/app/activity.csv"}) {
        lead.get(path)
            .then()
            .statusCode(503)
            .header("Retry-After", equalTo("30"))
            .body(containsString("database does not answer"));
      }
      given()
          .header("Host", Visitor.PORTAL.substring("http://".length()))
          .cookies(lead.cookies())
          .get("http://127.0.0.1:8081/app/activity")
          .then()
          .statusCode(503)
          .body("type", equalTo(Visitor.PORTAL + "/docs/problems/database-away"));
      lead.submit("/app/mlflow/churn", "/app/mlflow/churn/stop").then().statusCode(403);
    } finally {
      postgres.comeUp();
    }
    Eventually.equal(1, () -> denied("lead", start).size());
  }

  @Test
  @Holds(Promise.EVERY_DEED_IS_RECORDED)
  void whatSomebodyWasNotLetDoIsRecorded() {
    Instant start = Instant.now();
    Visitor scientist = Visitor.signedInAs("scientist");
    scientist
        .submit("/app/mlflow/forecasting", "/app/mlflow/forecasting/stop")
        .then()
        .statusCode(403);
    Eventually.equal(1, () -> denied("scientist", start).size());
    KeptActivity activity = denied("scientist", start).get(0);
    assertEquals("WRITE", activity.action());
    assertEquals("portal", activity.resource());
    assertEquals("POST /app/mlflow/forecasting/stop", activity.detail());
    assertFalse(activity.request().isEmpty());
  }

  private List<KeptActivity> denied(String subject, Instant start) {
    return table.newest(Filters.everybodySince(start), Optional.empty(), 100).stream()
        .filter(a -> a.subject().equals(subject) && a.result().equals("DENIED"))
        .toList();
  }

  @Test
  void strangersSeeNothing() {
    for (String path : new String[] {"/app/activity", "/app/activity.csv"}) {
      new Visitor().get(path).then().statusCode(302).body(not(containsString("time,subject")));
    }
  }
}
