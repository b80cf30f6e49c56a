package io.portico.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.portico.journey.Named.button;
import static io.portico.journey.Named.field;
import static io.portico.journey.Named.link;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.RestApi;
import io.portico.database.Database;
import io.portico.sandbox.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The way of somebody who writes, publishes, and goes back, in a real browser. */
@Tag("browser")
@QuarkusTest
class PublishingJourneyTest {
  private static final String API = "/app/apis/ordersapi1";
  private static final String TEXT = "What the warehouse has sent today.";

  @RegisterExtension static final Journey JOURNEY = new Journey();

  @Inject Sandbox sandbox;
  @Inject Drafts drafts;
  @Inject Database database;

  @BeforeEach
  @AfterEach
  void reset() {
    sandbox.account().apiGateway().reset();
    drafts.forget(new RestApi("ordersapi1", "orders", "", Map.of()));
    database.change(
        handle -> {
          handle.execute("delete from publication");
          handle.execute("delete from documentation_snapshot");
          handle.execute("delete from documentation_import");
          handle.execute("delete from quota_turn");
        });
  }

  private static String export(Page page, String stage) {
    return (String)
        page.evaluate(
            "url => fetch(url).then(answer => answer.text())",
            "%s/export/stage?format=oas30&notation=json&extension=documentation&stage=%s"
                .formatted(API, stage));
  }

  @Test
  void aTextIsWrittenPublishedOnTwoStagesAndTakenBackFromOneAndFromTheDraft() {
    Page page =
        JOURNEY.signedIn(
            "publisher", API + "/parts?type=METHOD&path=%2Freports%2Fdaily&method=GET");
    field(page, "Description").fill(TEXT);
    button(page, "Save").click();
    assertThat(page.getByText("Saved, in the draft")).isVisible();
    assertFalse(export(page, "prod").contains(TEXT));

    link(page, "Compare").click();
    assertThat(page.getByText(TEXT)).isVisible();

    link(page, "Publish").click();
    page.getByLabel("Name of the version").fill("2026-03");
    page.getByLabel("prod shows 2026-01").check();
    page.getByLabel("test shows 2026-02").check();
    button(page, "See what it would change").click();
    assertThat(page.getByText("Nothing has been sent to API Gateway yet.")).isVisible();
    link(page, "Compare word by word on prod").click();
    assertThat(page.getByText(TEXT)).isVisible();
    page.goBack();
    button(page, "Publish 2026-03 to prod and test").click();
    assertThat(page.getByText("Version 2026-03 is shown on prod, test.")).isVisible();
    assertTrue(export(page, "prod").contains(TEXT));
    assertTrue(export(page, "test").contains(TEXT));

    button(page, "Roll back to 2026-01 on prod…").click();
    button(page, "Roll back prod to 2026-01").click();
    assertThat(page.getByText("Version 2026-01 is shown on prod.")).isVisible();
    assertFalse(export(page, "prod").contains(TEXT));
    assertTrue(export(page, "test").contains(TEXT));

    link(page, "Versions").click();
    link(page, "2026-01").click();
    button(page, "See what it would change").click();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Import, and destroy"))
        .click();
    assertThat(page.getByText("it is what was planned")).isVisible();
    RestApi orders = new RestApi("ordersapi1", "orders", "", Map.of());
    assertFalse(drafts.fresh(orders).documentation().toString().contains(TEXT));
    assertTrue(export(page, "test").contains(TEXT));
  }

  private void publishAndWait(Page page) {
    Journey.signIn(page, "publisher", API + "/publish");
    page.getByLabel("Name of the version").fill("2026-03");
    button(page, "See what it would change").click();
    occupyTurn();
    button(page, "Make version 2026-03").click();
    assertThat(page.getByText("AWS allows one new version in 20 seconds.")).isVisible();
    assertThat(page.getByText("it goes on in")).isVisible();
    assertThat(page.getByText("Version 2026-03 was made.")).isVisible();
  }

  /** Long enough for a slow browser to see it. */
  private void occupyTurn() {
    database.change(
        handle ->
            handle.execute(
                """
                insert into quota_turn (quota, next_at, holder)
                values ('CREATE_VERSION', clock_timestamp() + interval '15 seconds', gen_random_uuid())
                """));
  }

  @Test
  void whoWaitsSeesForHowLong() {
    publishAndWait(JOURNEY.page());
  }

  @Test
  void whereNothingIsToldTheBrowserAsks() {
    Page page = JOURNEY.page();
    page.route("**/events", Route::abort);
    publishAndWait(page);
  }
}
