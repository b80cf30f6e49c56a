package io.portico.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.portico.journey.Named.button;
import static io.portico.testsupport.Visitor.PORTAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A data scientist's ways, in a real browser. */
@Tag("browser")
@QuarkusTest
class MlflowJourneyTest {
  @RegisterExtension static final Journey JOURNEY = new Journey();

  private static FrameLocator mlflow(Page page) {
    return page.frameLocator("iframe[title^='MLflow']");
  }

  private static Locator link(FrameLocator frame, String name) {
    return frame
        .getByRole(AriaRole.LINK, new FrameLocator.GetByRoleOptions().setName(name).setExact(true))
        .first();
  }

  private static Locator heading(FrameLocator frame, String name) {
    return frame
        .getByRole(AriaRole.HEADING, new FrameLocator.GetByRoleOptions().setName(name))
        .first();
  }

  @Test
  void fromTheFirstAddressToTheExperiments() {
    Page page = JOURNEY.signedIn("scientist", "http://localhost:8081");
    assertThat(page).hasURL(PORTAL + "/app");
    Named.link(page, "Customer churn").click();
    assertThat(heading(mlflow(page), "Experiments")).isVisible();
    assertThat(page).hasURL(PORTAL + "/app/mlflow/churn");
    link(mlflow(page), "Customer churn").click();
    assertThat(heading(mlflow(page), "Customer churn")).isVisible();
  }

  @Test
  void theAddressFollowsTheFrameAndLeadsBackAndForward() {
    Page page = JOURNEY.signedIn("scientist", "/app/mlflow/churn");
    link(mlflow(page), "Customer churn").click();
    assertThat(page).hasURL(PORTAL + "/app/mlflow/churn#/experiments/1");
    link(mlflow(page), "Models").click();
    assertThat(page).hasURL(PORTAL + "/app/mlflow/churn#/models");
    page.goBack();
    assertThat(page).hasURL(PORTAL + "/app/mlflow/churn#/experiments/1");
    assertThat(heading(mlflow(page), "Customer churn")).isVisible();
    page.goForward();
    assertThat(page).hasURL(PORTAL + "/app/mlflow/churn#/models");
  }

  @Test
  void aDeepLinkLeadsThroughTheSignInToItsPlace() {
    Page page = JOURNEY.signedIn("scientist", "/app/mlflow/churn#/models");
    assertThat(page).hasURL(PORTAL + "/app/mlflow/churn#/models");
    assertThat(heading(mlflow(page), "Models")).isVisible();
  }

  @Test
  void aServerOneMayNotSeeIsNotThere() {
    Page page = JOURNEY.signedIn("editor", "/app/mlflow/churn#/models");
    assertThat(page.getByRole(AriaRole.HEADING)).containsText("nothing here for you");
  }

  @Test
  void signingOutEndsIt() {
    Page page = JOURNEY.signedIn("scientist", "/app");
    button(page, "Sign out").click();
    assertThat(page.getByRole(AriaRole.HEADING)).containsText("You are signed out");
    page.navigate(PORTAL + "/app");
    assertThat(button(page, "scientist")).isVisible();
  }

  @Test
  void anEndedSessionOffersToSignInAndKeepsTheRoute() {
    Page page = JOURNEY.signedIn("scientist", "/app/mlflow/churn#/experiments/1");
    assertThat(heading(mlflow(page), "Customer churn")).isVisible();
    page.context().clearCookies();
    page.reload();
    button(page, "scientist").click();
    assertThat(page).hasURL(PORTAL + "/app/mlflow/churn#/experiments/1");
    assertThat(heading(mlflow(page), "Customer churn")).isVisible();
  }

  @Test
  @Holds(Promise.MLFLOW_HAS_NO_HOLD)
  void anHtmlArtifactReachesNeitherThePortalNorMlflow() {
    Page page = JOURNEY.signedIn("scientist", "/app/mlflow/churn#/experiments/1");
    mlflow(page).getByRole(AriaRole.ROW).nth(1).getByRole(AriaRole.LINK).first().click();
    mlflow(page).getByText("report.html").first().click();
    FrameLocator report = mlflow(page).frameLocator("iframe");
    assertThat(report.locator("#script")).hasText("did not run");
    assertThat(report.locator("#parent-document")).hasText("not reached");
    assertThat(report.locator("#top-document")).hasText("not reached");
    assertThat(report.locator("#parent-cookies")).hasText("not reached");
  }

  private static Frame frameOf(Page page) {
    assertThat(heading(mlflow(page), "Experiments")).isVisible();
    return page.frames().stream()
        .filter(frame -> frame.url().contains("//mlflow."))
        .findFirst()
        .orElseThrow();
  }

  /** Chromium has a session of its DevTools for a frame only if it has a process of its own. */
  @Test
  @Holds(Promise.MLFLOW_HAS_NO_HOLD)
  void theFrameHasAProcessOfItsOwn() {
    Page page = JOURNEY.signedIn("scientist", "/app/mlflow/churn");
    page.context().newCDPSession(frameOf(page)).detach();
  }

  /** Even a script that runs on the MLflow origin, whatever let it in, stays there. */
  @Test
  @Holds(Promise.MLFLOW_HAS_NO_HOLD)
  void aScriptOnTheMlflowOriginCannotReachThePortal() {
    Page page = JOURNEY.signedIn("scientist", "/app/mlflow/churn");
    Object reached =
        frameOf(page)
            .evaluate(
                "async (portal) => {"
                    + "const tried = {};"
                    + "try { tried.document = window.parent.document.title; } catch (e) { tried.document = e.name; }"
                    + "try { tried.page = (await (await fetch(portal + '/app', {credentials: 'include'})).text()).length; }"
                    + "catch (e) { tried.page = e.name; }"
                    + "try { tried.write = (await fetch(portal + '/app/sign-out', {method: 'POST', mode: 'no-cors', credentials: 'include'})).type; }"
                    + "catch (e) { tried.write = e.name; }"
                    + "tried.cookies = document.cookie;"
                    + "return JSON.stringify(tried); }",
                PORTAL);
    assertEquals(
        "{\"document\":\"SecurityError\",\"page\":\"TypeError\",\"write\":\"TypeError\",\"cookies\":\"\"}",
        reached);
    page.reload();
    assertThat(heading(mlflow(page), "Experiments")).isVisible();
    assertTrue(page.url().startsWith(PORTAL + "/app/mlflow/churn"), "still signed in");
  }
}
