package io.portico.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.portico.database.Database;
import io.portico.testsupport.Browser;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The ways of somebody who connects a program, in a real browser. */
@Tag("browser")
@QuarkusTest
class ConnectJourneyTest {
  private static final String PORTAL = "http://portico.localhost:8081";

  private static Browser browser;

  @Inject Database database;

  @BeforeAll
  static void open() {
    browser = new Browser();
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void empty() {
    database.change(handle -> handle.execute("delete from access_token"));
  }

  private static Page signedIn() {
    Page page = browser.newPage();
    page.navigate(PORTAL + "/app");
    button(page, "scientist").click();
    return page;
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator field(Page page, String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  private static Locator heading(Page page, String name) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
  }

  private static String made(Page page, String name) {
    field(page, "Name").fill(name);
    field(page, "Customer churn").check();
    field(page, "Level on Customer churn").selectOption("contributor");
    button(page, "Make the token").click();
    assertThat(heading(page, name + " is ready")).isVisible();
    return page.locator("code").first().textContent();
  }

  @Test
  void aTokenIsMadeCopiedTriedAndRevoked() {
    Page page = signedIn();
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    link(page, "Connect").click();
    String secret = made(page, "nightly training");
    assertTrue(secret.matches("portico_[0-9a-f]{72}"));
    button(page, "Copy the token").click();
    assertThat(page.getByRole(AriaRole.STATUS)).hasText("Copied");
    assertEquals(secret, page.evaluate("navigator.clipboard.readText()"));
    button(page, "Copy the Python code").click();
    page.waitForFunction(
        "async (s) => (await navigator.clipboard.readText()).includes(`TOKEN=\"${s}\"`)", secret);

    link(page, "All tokens").click();
    assertFalse(page.content().contains(secret), "it is shown once");
    field(page, "Token").fill(secret);
    button(page, "Test it").click();
    assertThat(heading(page, "This token works")).isVisible();
    assertFalse(page.content().contains(secret), "it is not echoed");

    link(page, "All tokens").click();
    link(page, "Revoke… nightly training").click();
    assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Customer churn contributor");
    link(page, "Keep it").click();
    assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
    link(page, "Revoke… nightly training").click();
    button(page, "Revoke the token").click();
    assertThat(page.getByRole(AriaRole.ROW).last()).containsText("revoked");
    field(page, "Token").fill(secret);
    button(page, "Test it").click();
    assertThat(heading(page, "This token does not work")).isVisible();
  }

  @Test
  void reloadingTheSecretsPageMakesNoSecondToken() {
    Page page = signedIn();
    page.navigate(PORTAL + "/app/tokens");
    made(page, "only one");
    page.reload();
    assertThat(heading(page, "This token was made already")).isVisible();
    link(page, "All tokens").click();
    assertThat(page.getByRole(AriaRole.ROW)).hasCount(2);
  }

  @Test
  void aWrongFormIsKept() {
    Page page = signedIn();
    page.navigate(PORTAL + "/app/tokens");
    field(page, "Name").fill("no server yet");
    button(page, "Make the token").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("No token was made");
    assertThat(field(page, "Name")).hasValue("no server yet");
    assertThat(page.getByText("Choose at least one tracking server.")).isVisible();
    made(page, "now with one");
  }

  @Test
  void theFilterNarrowsTheList() {
    Page page = signedIn();
    for (String name : List.of("alpha job", "beta job")) {
      page.navigate(PORTAL + "/app/tokens");
      made(page, name);
    }
    page.navigate(PORTAL + "/app/tokens");
    field(page, "Filter").fill("beta");
    assertThat(page.getByText("1 of 2 tokens")).isVisible();
  }
}
