package io.portico.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.portico.journey.Named.button;
import static io.portico.journey.Named.field;
import static io.portico.journey.Named.heading;
import static io.portico.journey.Named.link;
import static io.portico.testsupport.Visitor.PORTAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.portico.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The ways of somebody who connects a program, in a real browser. */
@Tag("browser")
@QuarkusTest
class ConnectJourneyTest {
  @RegisterExtension static final Journey JOURNEY = new Journey();

  @Inject Database database;

  @BeforeEach
  void empty() {
    database.change(handle -> handle.execute("delete from access_token"));
  }

  private static Page signedIn() {
    return JOURNEY.signedIn("scientist", "/app");
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
