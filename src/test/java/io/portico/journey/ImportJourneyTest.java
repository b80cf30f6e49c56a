package io.portico.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.Gateway;
import io.portico.apidocs.RestApi;
import io.portico.database.Database;
import io.portico.sandbox.Sandbox;
import io.portico.testsupport.Browser;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The way of somebody who brings a file, and goes back, in a real browser. */
@Tag("browser")
@QuarkusTest
class ImportJourneyTest {
  private static final String PORTAL = "http://portico.localhost:8081";
  private static final String FILE =
      """
      swagger: '2.0'
      info: {title: Loyalty, description: Points for customers.}
      paths: {}
      definitions:
        Member: {description: Somebody who collects points.}
      """;

  private static Browser browser;

  @Inject Sandbox sandbox;
  @Inject Drafts drafts;
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
  @AfterEach
  void reset() {
    sandbox.account().apiGateway().reset();
    Gateway.freeQuotas(database);
    drafts.forget(new RestApi("loyaltyap1", "loyalty", "", Map.of()));
    database.change(handle -> handle.execute("delete from documentation_import"));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  @Test
  void aFileIsBroughtLookedAtImportedAndTakenBack() {
    Page page = browser.newPage();
    page.navigate(PORTAL + "/app/apis/loyaltyap1");
    button(page, "editor").click();
    link(page, "Import").click();
    page.getByLabel("File, up to 6 MB")
        .setInputFiles(
            new FilePayload(
                "loyalty.yaml", "application/yaml", FILE.getBytes(StandardCharsets.UTF_8)));
    button(page, "See what it would change").click();
    assertThat(page.getByText("Nothing has been sent to API Gateway yet.")).isVisible();
    page.getByLabel("Filter", new Page.GetByLabelOptions().setExact(true)).fill("member");
    assertThat(page.getByRole(AriaRole.ROW).last()).containsText("Somebody who collects points.");

    button(page, "Import").click();
    assertThat(page.getByText("it is what was planned")).isVisible();
    Gateway.freeQuotas(database);
    button(page, "Restore what was there before…").click();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Import, and destroy"))
        .click();
    assertThat(page.getByText("it is what was planned")).isVisible();
    link(page, "All imports").click();
    assertThat(page.getByRole(AriaRole.ROW)).hasCount(3);
  }
}
