package io.portico.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.portico.journey.Named.button;
import static io.portico.journey.Named.field;
import static io.portico.journey.Named.link;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.Gateway;
import io.portico.apidocs.RestApi;
import io.portico.database.Database;
import io.portico.sandbox.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The way of somebody who brings a file, and goes back, in a real browser. */
@Tag("browser")
@QuarkusTest
class ImportJourneyTest {
  private static final String FILE =
      """
      swagger: '2.0'
      info: {title: Loyalty, description: Points for customers.}
      paths: {}
      definitions:
        Member: {description: Somebody who collects points.}
      """;

  @RegisterExtension static final Journey JOURNEY = new Journey();

  @Inject Sandbox sandbox;
  @Inject Drafts drafts;
  @Inject Database database;

  @BeforeEach
  @AfterEach
  void reset() {
    sandbox.account().apiGateway().reset();
    Gateway.freeQuotas(database);
    drafts.forget(new RestApi("loyaltyap1", "loyalty", "", Map.of()));
    database.change(handle -> handle.execute("delete from documentation_import"));
  }

  @Test
  void aFileIsBroughtLookedAtImportedAndTakenBack() {
    Page page = JOURNEY.signedIn("editor", "/app/apis/loyaltyap1");
    link(page, "Import").click();
    page.getByLabel("File, up to 6 MB")
        .setInputFiles(
            new FilePayload(
                "loyalty.yaml", "application/yaml", FILE.getBytes(StandardCharsets.UTF_8)));
    button(page, "See what it would change").click();
    assertThat(page.getByText("Nothing has been sent to API Gateway yet.")).isVisible();
    field(page, "Filter").fill("member");
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
