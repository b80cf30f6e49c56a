package io.portico.apidocs.publishing;

import static io.portico.apidocs.publishing.OrdersApi.PAGE;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.audit.Activity;
import io.portico.audit.Actor;
import io.portico.audit.Audit;
import io.portico.database.Database;
import io.portico.testsupport.Eventually;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HistoryPageTest {
  private static final String ACTIVITY = PAGE + "/activity";
  private static final Pattern OLDER = Pattern.compile("href=\"([^\"]+)\">Older<");

  @Inject OrdersApi orders;
  @Inject Audit audit;
  @Inject Database database;

  private final Visitor viewer = Visitor.signedInAs("lead");

  @BeforeEach
  @AfterEach
  void reset() {
    orders.reset();
    database.change(handle -> handle.execute("delete from activity where resource like 'apis/%'"));
  }

  private void happened(String resource, String name, String detail) {
    database.change(
        handle ->
            audit.record(
                new Activity(
                    Instant.now(),
                    new Actor("s-" + name, name, "session"),
                    Activity.Action.VERSION_PUBLISHED,
                    resource,
                    detail,
                    Activity.Result.DONE,
                    "R1"),
                handle));
  }

  private String page(String address) {
    return viewer.get(address).then().statusCode(200).extract().asString();
  }

  @Test
  void whoHasARoleSeesWhatEverybodyDidToThisApi() {
    happened("apis/ordersapi1", "Ann", "of this");
    happened("apis/ordersapi12", "Ben", "of another");
    happened("apis/loyaltyap1", "Ben", "of another");
    viewer
        .get(ACTIVITY)
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("Ann"),
                containsString("of this"),
                containsString("version published"),
                not(containsString("s-Ann")),
                not(containsString("of another"))));
    Visitor.signedInAs("scientist").get(ACTIVITY).then().statusCode(404);
  }

  @Test
  void nothingHasHappenedAtFirst() {
    assertTrue(page(ACTIVITY).contains("Nothing has happened yet"));
  }

  @Test
  void whatPeopleDoToVersionsStandsThere() {
    Visitor.signedInAs("publisher")
        .submit(
            "/app",
            PAGE + "/version/note",
            List.of("name=2026-01", "seen=First complete documentation.", "note=x"));
    Eventually.equal(true, () -> page(ACTIVITY).contains("version described"));
    assertTrue(page(ACTIVITY).contains("<td class=\"detail\">2026-01</td>"));
  }

  @Test
  void aPublicationLeadsToWhatItChanged() {
    UUID id = UUID.randomUUID();
    database.change(
        handle -> {
          handle.execute(
              """
              insert into publication (id, number, api, subject, name, via, version, note, makes,
                base, planned_at, state)
              values (?, 900001, 'ordersapi1', 's', 'Ann', 'session', '2026-02', '', false, '',
                now(), 'DONE')
              """,
              id);
          handle.execute(
              """
              insert into publication_stage (publication, position, stage, before, shown_at)
              values (?, 0, 'test', '2026-02', now()), (?, 1, 'prod', '2026-01', now())
              """,
              id,
              id);
        });
    String address = PAGE + "/publications/" + id;
    happened("apis/ordersapi1", "Ann", "2026-02: Version 2026-02 is shown on prod. " + address);
    viewer
        .get(ACTIVITY)
        .then()
        .body(
            allOf(
                containsString("<a href=\"" + address + "\">the publication</a>"),
                containsString(
                    "compare?from=version%3A2026-01&amp;to=version%3A2026-02\">what it changed")));
  }

  @Test
  void markupIsText() {
    happened("apis/ordersapi1", "<script>alert(1)</script>", "<script>alert(1)</script> /app/x");
    assertEquals(-1, page(ACTIVITY).indexOf("<script>alert"));
  }

  @Test
  void olderRecordsStandOnFurtherPages() {
    for (int i = 0; i < 51; i++) {
      happened("apis/ordersapi1", "Ann", "record " + i + ".");
    }
    String newest = page(ACTIVITY);
    assertTrue(newest.contains("record 50."));
    assertEquals(-1, newest.indexOf("record 0."));
    Matcher older = OLDER.matcher(newest);
    assertTrue(older.find());
    String last = page(older.group(1));
    assertTrue(last.contains("record 0."));
    assertEquals(Optional.empty(), OLDER.matcher(last).results().findFirst());
    viewer.get(ACTIVITY + "?before=oops").then().statusCode(404);
  }
}
