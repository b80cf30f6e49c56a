package io.portico.apidocs.publishing;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.sandbox.SandboxDatabase;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The form of a publication, and what it leads to. */
@QuarkusTest
class PublishPagesTest {
  private static final List<String> HOSTILE =
      List.of(
          "a/b",
          "a%2Fb",
          "..",
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "a\0b",
          "x".repeat(10_000),
          "Ünïcödé 🎁 \u202e");

  @Inject PublishedOrders orders;
  @Inject SandboxDatabase postgres;

  private final Publisher publisher = Publisher.signedInAs("publisher");

  @BeforeEach
  @AfterEach
  void reset() {
    orders.reset();
  }

  @Test
  void onlyPublishersPublish() {
    Visitor editor = Visitor.signedInAs("editor");
    editor.get(Publisher.FORM).then().statusCode(403);
    editor.submit("/app/tokens", Publisher.FORM, List.of("name=9")).then().statusCode(403);
    Visitor viewer = Visitor.signedInAs("lead");
    viewer.get(Publisher.FORM).then().statusCode(403);
    viewer.get(OrdersApi.PAGE + "/publications").then().statusCode(200);
    Visitor nobody = Visitor.signedInAs("scientist");
    nobody.get(Publisher.FORM).then().statusCode(404);
    nobody.get(OrdersApi.PAGE + "/publications").then().statusCode(404);
  }

  @Test
  void theFormTellsWhatEachStageShows() {
    String page = publisher.page(Publisher.FORM);
    assertTrue(page.contains("shows 2026-01"), page);
    assertTrue(page.contains("shows 2026-02"), page);
    assertTrue(page.contains("Publish the draft"), page);
  }

  @Test
  void rollingBackIsTwoClicks() {
    String form = publisher.page(Publisher.FORM + "?version=2026-01&stage=test");
    assertTrue(form.contains("Roll back to 2026-01"), form);
    assertTrue(form.contains("shows 2026-02, which is newer: this rolls it back"), form);
    assertTrue(form.contains("name=\"stage\" value=\"test\" checked"), form);
    assertTrue(!form.contains("name=\"note\""), form);

    String plan = publisher.planned("version=2026-01", "stage=test");
    publisher
        .visitor()
        .get(plan)
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("Roll back test to 2026-01"),
                containsString("Show it on test in place of 2026-02."),
                not(containsString("Make version"))));
  }

  @Test
  void aVersionThatIsThereNoMoreSaysSo() {
    publisher
        .visitor()
        .get(Publisher.FORM + "?version=1999&stage=prod")
        .then()
        .statusCode(404)
        .body(containsString("There is no such version any more."));
    publisher.submit("version=1999", "stage=prod").then().statusCode(422);
  }

  @Test
  void wrongInputIsToldAndKept() {
    publisher
        .submit("name= ", "note=Kept <b>note</b>", "stage=prod", "stage=moon")
        .then()
        .statusCode(422)
        .body(
            allOf(
                containsString("Nothing was published."),
                containsString("one of those chosen no longer exists"),
                containsString("Kept &lt;b&gt;note&lt;/b&gt;</textarea>"),
                containsString("value=\"prod\" checked"),
                containsString("id=\"problem-name\"")));
    publisher
        .submit("name=2026-01", "stage=prod")
        .then()
        .statusCode(422)
        .body(containsString("There is a version of that name."));
    publisher
        .submit("version=2026-01")
        .then()
        .statusCode(422)
        .body(containsString("Choose at least one stage."));
    publisher
        .submit("version=2026-01", "stage=prod")
        .then()
        .statusCode(422)
        .body(containsString("prod shows it already. Leave it out."));
    assertEquals(0, orders.calls("CreateDocumentationVersion"));
  }

  @Test
  void namesOfOthersDoNoHarm() {
    for (String name : HOSTILE) {
      String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
      publisher
          .visitor()
          .get(Publisher.FORM + "?version=" + encoded + "&stage=" + encoded)
          .then()
          // Longer than a request line may be.
          .statusCode(name.length() > 5_000 ? 414 : 404)
          .body(not(containsString("<script>alert")), not(containsString("<img src=x")));
      publisher.submit("version=" + name, "stage=prod").then().statusCode(422);
      publisher.submit("name=1.0", "stage=" + name).then().statusCode(422);
      publisher
          .submit("name=", "note=" + name, "stage=prod")
          .then()
          .statusCode(422)
          .body(not(containsString("<script>alert")), not(containsString("<img src=x")));
    }
    publisher.submit("name=1.0", "note=a\0b").then().statusCode(422);
    publisher
        .submit("name=1.0", "note=" + "x".repeat(10_000))
        .then()
        .statusCode(422)
        .body(containsString("The note has 10,000 characters."));
  }

  @Test
  void aVersionMadeElsewhereIsShownWhateverItsName() {
    for (String name :
        List.of("a/b", "a%2Fb", "<script>alert(1)</script>", "Ünïcödé 🎁", "a b+c")) {
      orders.make(name);
      String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
      String form = publisher.page(Publisher.FORM + "?version=" + encoded + "&stage=prod");
      assertTrue(!form.contains("<script>alert"), form);
      String plan = publisher.planned("version=" + name, "stage=prod");
      String page = publisher.page(plan);
      assertTrue(!page.contains("<script>alert"), page);
      assertTrue(page.contains("on prod</button>"), page);
    }
  }

  @Test
  void aNameThatCannotBeKeptIsNotShown() {
    orders.make("a\0b");
    publisher
        .submit("version=a\0b", "stage=prod")
        .then()
        .statusCode(422)
        .body(containsString("Its name has a NUL"));
  }

  @Test
  void withoutADatabaseTheFormIsKept() {
    // The form comes without one.
    Publisher early = Publisher.signedInAs("publisher");
    postgres.goDown();
    try {
      early.visitor().get(Publisher.FORM).then().statusCode(200);
      early
          .visitor()
          .submit(
              Publisher.FORM,
              Publisher.FORM,
              List.of("name=2026-03", "note=Much <work>", "stage=prod"))
          .then()
          .statusCode(503)
          .body(
              allOf(
                  containsString("The portal&#39;s database does not answer."),
                  containsString("Much &lt;work&gt;</textarea>")));
    } finally {
      postgres.comeUp();
    }
  }

  @Test
  void whatCannotBeReadIsTold() {
    String plan = publisher.planned("version=2026-01", "stage=test");
    publisher.page(plan);
    orders.loseParts("2026-01", 2);
    String page = publisher.page(plan);
    assertTrue(page.contains("2 parts are in it that the portal cannot read"), page);
  }

  @Test
  void aPlanTellsWhatBecomesOfEachStage() {
    String plan =
        publisher.planned("name=2026-03", "note=More\r\nwords", "stage=test", "stage=prod");
    publisher
        .visitor()
        .get(plan)
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("Nothing has been sent to API Gateway yet."),
                containsString("Make version 2026-03 of the draft, 54 parts."),
                containsString("Show it on prod in place of 2026-01."),
                containsString("Publish 2026-03 to prod and test"),
                containsString("compare?from=stage%3Aprod&amp;to=draft"),
                containsString("More\nwords"),
                containsString("<dd>7 added, 1 changed, 0 removed</dd>"),
                containsString("<dd>2 added, 0 changed, 0 removed</dd>")));
    assertEquals(0, orders.calls("CreateDocumentationVersion"));
  }

  @Test
  void whatNobodyCanTellIsSaid() {
    orders.make("elsewhere");
    String page = publisher.page(publisher.planned("version=elsewhere", "stage=prod"));
    assertTrue(page.contains("<dd>not known</dd>"), page);
    assertTrue(page.contains("API Gateway tells what a version says only while"), page);
  }

  @Test
  void aStageThatVanishedIsToldBeforeTheConfirmation() {
    String plan = publisher.planned("name=2026-03", "stage=prod", "stage=test");
    orders.rename(plan, "test", "<b>gone</b>");
    String page = publisher.page(plan);
    assertTrue(page.contains("There is no stage &lt;b&gt;gone&lt;/b&gt; any more."), page);
    assertTrue(!page.contains("name=\"mark\""), page);
  }

  @Test
  void aPlanIsItsPlannersAlone() {
    String plan = publisher.planned("name=2026-03", "stage=prod");
    String mark = publisher.mark(plan);
    for (String other : List.of("editor", "lead", "scientist")) {
      Visitor visitor = Visitor.signedInAs(other);
      visitor.get(plan).then().statusCode(404);
      visitor.get(plan + "/progress").then().statusCode(404);
      visitor.get(plan + "/events", "Accept", "text/event-stream").then().statusCode(404);
      int refused =
          visitor
              .submit("/app/tokens", plan, List.of("mark=" + mark))
              .then()
              .extract()
              .statusCode();
      assertTrue(refused == 403 || refused == 404, other + " " + refused);
    }
    assertEquals("PLANNED", orders.column("state", plan));
    String elsewhere = plan.replace("ordersapi1", "loyaltyap1");
    publisher.visitor().get(elsewhere).then().statusCode(404);
  }
}
