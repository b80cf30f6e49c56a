package io.portico.apidocs.publishing;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.testsupport.Eventually;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A publication from its confirmation to its end. */
@QuarkusTest
class PublicationPagesTest {
  private static final int SESSIONS = 4;

  @Inject PublishedOrders orders;

  private final Publisher publisher = Publisher.signedInAs("publisher");

  @BeforeEach
  @AfterEach
  void reset() {
    orders.reset();
  }

  private String published(String... fields) {
    String plan = publisher.planned(fields);
    publisher.confirm(plan).then().statusCode(303).header("Location", containsString(plan));
    Eventually.equal("DONE", () -> orders.column("state", plan));
    orders.nextTurn();
    return plan;
  }

  @Test
  void aDraftIsPublishedToTwoStagesAndOneIsRolledBack() {
    String publication = published("name=2026-03", "note=Third", "stage=prod", "stage=test");
    assertEquals(Optional.of("2026-03"), orders.shownOn("prod"));
    assertEquals(Optional.of("2026-03"), orders.shownOn("test"));
    Visitor viewer = Visitor.signedInAs("lead");
    viewer
        .get(publication)
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("Version 2026-03 is shown on prod, test."),
                containsString("compare?from=version%3A2026-01&amp;to=version%3A2026-03"),
                containsString("/export/stage?stage=prod&amp;"),
                not(containsString("Roll back"))));
    String page = publisher.page(publication);
    assertTrue(page.contains("Roll back to 2026-01 on prod…"), page);

    published("version=2026-01", "stage=prod");
    assertEquals(Optional.of("2026-01"), orders.shownOn("prod"));
    assertEquals(Optional.of("2026-03"), orders.shownOn("test"));
    assertEquals(1, orders.calls("CreateDocumentationVersion"));
    String before = publisher.page(publication);
    assertTrue(before.contains("showed 2026-03, and shows 2026-01 now"), before);
    viewer
        .get(OrdersApi.PAGE + "/publications")
        .then()
        .body(
            allOf(
                containsString("Version 2026-03 for prod and test"),
                containsString("2026-01 on prod")));
  }

  @Test
  void aVersionCanBeMadeWithoutAStage() {
    String publication = published("name=2026-03");
    assertEquals(Optional.of("2026-01"), orders.shownOn("prod"));
    assertTrue(publisher.page(publication).contains("Version 2026-03 was made."));
  }

  @Test
  void whatAStageShowedBeforeMayHaveAnyName() {
    orders.make("a\0b/..<i>");
    orders.show("prod", "a\0b/..<i>");
    String publication = published("name=2026-03", "stage=prod");
    String page = publisher.page(publication);
    assertTrue(page.contains("Roll back to a\ufffdb/..&lt;i&gt;"), page);
  }

  @Test
  void whatWasConfirmedTwiceIsPublishedOnce() {
    String plan = publisher.planned("name=2026-03", "stage=prod");
    String mark = publisher.mark(plan);
    // Sessions of the same person.
    List<Publisher> sessions =
        Stream.generate(() -> Publisher.signedInAs("publisher")).limit(SESSIONS).toList();
    ExecutorService together = Executors.newFixedThreadPool(SESSIONS);
    sessions.stream()
        .map(
            each ->
                CompletableFuture.supplyAsync(
                    () -> each.confirm(plan, mark).statusCode(), together))
        .toList()
        .forEach(status -> assertEquals(303, status.join()));
    together.shutdown();
    Eventually.equal("DONE", () -> orders.column("state", plan));
    publisher.confirm(plan, mark).then().statusCode(303);
    assertEquals(1, orders.calls("CreateDocumentationVersion"));
    assertEquals(1, orders.calls("UpdateStage"));
  }

  @Test
  void aDraftThatChangedIsShownAgain() {
    String plan = publisher.planned("name=2026-03", "stage=prod");
    String mark = publisher.mark(plan);
    orders.write("Meanwhile");
    publisher
        .confirm(plan, mark)
        .then()
        .statusCode(409)
        .body(
            allOf(
                containsString("Draft or stages have changed since"),
                containsString("Publish 2026-03 to prod")));
    assertEquals("PLANNED", orders.column("state", plan));
    assertEquals(0, orders.calls("CreateDocumentationVersion"));
    publisher.confirm(plan).then().statusCode(303);
    Eventually.equal("DONE", () -> orders.column("state", plan));
  }

  @Test
  void whatCannotBeDoneAnyMoreSaysWhy() {
    String taken = publisher.planned("name=2026-03", "stage=prod");
    String mark = publisher.mark(taken);
    orders.make("2026-03");
    publisher
        .confirm(taken, mark)
        .then()
        .statusCode(409)
        .body(containsString("Somebody has made a version 2026-03 meanwhile."));

    String gone = publisher.planned("version=2026-03", "stage=prod");
    String seen = publisher.mark(gone);
    orders.delete("2026-03");
    publisher
        .confirm(gone, seen)
        .then()
        .statusCode(409)
        .body(containsString("There is no version 2026-03 any more."));

    String vanished = publisher.planned("name=2026-04", "stage=prod");
    String shown = publisher.mark(vanished);
    orders.rename(vanished, "prod", "moon");
    publisher
        .confirm(vanished, shown)
        .then()
        .statusCode(409)
        .body(containsString("There is no stage moon any more."));
  }

  @Test
  void aMarkOfNothingConfirmsNothing() {
    String plan = publisher.planned("name=2026-03", "stage=prod");
    for (String mark : List.of("", "<b>", "x".repeat(10_000))) {
      publisher.confirm(plan, mark).then().statusCode(409);
    }
    assertEquals("PLANNED", orders.column("state", plan));
  }

  @Test
  void progressIsToldOnceAndTheEndReloadsThePage() {
    String plan = publisher.planned("name=2026-03", "stage=prod");
    orders.run(plan);
    orders.set(
        plan,
        "step = 'WAITING', message = 'One <b>comes</b> first.',"
            + " next_try_at = clock_timestamp() + interval '14 seconds'");
    Response progress = publisher.visitor().get(plan + "/progress");
    progress
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("Step 1 of 4"),
                containsString("One &lt;b&gt;comes&lt;/b&gt; first."),
                containsString("data-countdown=\"14\">in 14 s"),
                containsString("Show it on prod")));
    Matcher next = Pattern.compile("hx-get=\"([^\"]+)\"").matcher(progress.asString());
    assertTrue(next.find());
    publisher.visitor().get(next.group(1)).then().statusCode(204);
    Visitor viewer = Visitor.signedInAs("lead");
    viewer.get(plan).then().statusCode(200).body(containsString(plan + "/events"));
    orders.set(plan, "state = 'DONE'");
    viewer.get(next.group(1)).then().statusCode(204).header("HX-Refresh", "true");
  }

  @Test
  void whatFailedTellsTheWayOn() {
    String plan = publisher.planned("name=2026-03", "note=Mine", "stage=prod");
    orders.run(plan);
    orders.set(plan, "step = 'CREATING', state = 'FAILED', message = 'Nothing was published.'");
    String page = publisher.page(plan);
    assertTrue(page.contains("Nothing was published."), page);
    String again = Publisher.FORM + "?again=" + plan.substring(plan.lastIndexOf('/') + 1);
    assertTrue(page.contains(again), page);
    publisher
        .visitor()
        .get(again)
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("value=\"2026-03\""),
                containsString("Mine</textarea>"),
                containsString("value=\"prod\" checked")));

    orders.set(plan, "created_at = now(), step = 'SHOWING'");
    assertTrue(publisher.page(plan).contains("Show 2026-03 on prod…"));
  }
}
