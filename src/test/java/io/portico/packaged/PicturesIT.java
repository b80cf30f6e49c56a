package io.portico.packaged;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.portico.testsupport.Browser;
import io.portico.testsupport.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The documentation's pictures: what its page said when it was taken is kept beside this test, and
 * when the page says something else, the picture has aged. To take them anew: {@code ./mvnw verify
 * -Pdemo -Dit.test=PicturesIT -Dportico.docs=write}
 */
@Tag("demo")
class PicturesIT {
  private static final Path PICTURES = Path.of("docs/pictures");
  private static final Path SAID = Path.of("src/test/resources/io/portico/packaged/pictures");
  private static final boolean TAKE = "write".equals(System.getProperty("portico.docs"));
  private static final String PORTAL = "http://portico.localhost:" + PackagedDemo.PORT;

  private static PackagedDemo demo;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    demo = PackagedDemo.start();
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    if (demo != null) {
      demo.close();
    }
  }

  private static Page signedIn(String person, String path) {
    Page page = browser.newPage();
    page.setViewportSize(1280, 760);
    page.navigate(PORTAL + path);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(beginningWith(person)))
        .click();
    return page;
  }

  /** What the person may do follows. */
  private static Pattern beginningWith(String name) {
    return Pattern.compile("^" + name + "\\b");
  }

  @Test
  void home() throws IOException {
    Page page = signedIn("lead", "/app");
    assertThat(page.getByText("running")).hasCount(2);
    assertThat(page.getByRole(AriaRole.LINK, named("Draft differs from prod"))).isVisible();
    Eventually.equal(1, () -> signIns(page));
    hold(page, "home", page.locator("main"));
  }

  /** As the card tells them, which is loaded once; what was done is there within seconds. */
  private static int signIns(Page page) {
    page.reload();
    assertThat(page.getByText("Looking…")).hasCount(0);
    return page.getByRole(AriaRole.LINK, named("portal").setExact(true)).count();
  }

  @Test
  void mlflow() throws IOException {
    Page page = signedIn("scientist", "/app/mlflow/churn#/experiments/1");
    FrameLocator frame = page.frameLocator("iframe[title^='MLflow']");
    assertThat(frame.getByRole(AriaRole.HEADING).first()).hasText("Customer churn");
    hold(page, "mlflow", frame.locator("main"));
  }

  @Test
  void editor() throws IOException {
    Page page =
        signedIn("editor", "/app/apis/ordersapi1/parts?type=METHOD&path=/orders&method=GET");
    assertThat(page.getByRole(AriaRole.HEADING, named("GET /orders"))).isVisible();
    assertThat(page.getByRole(AriaRole.LINK, named("Draft differs from test"))).isVisible();
    hold(page, "editor", page.locator("main"));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static void hold(Page page, String name, Locator content) throws IOException {
    assertThat(page.locator(".status-asked, .htmx-request")).hasCount(0);
    String said = timeless(content.ariaSnapshot());
    Path text = SAID.resolve(name + ".yaml");
    if (TAKE) {
      page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
      Files.writeString(text, said);
    }
    assertEquals(Files.readString(text), said, "Take the picture anew: see " + name + "'s test");
  }

  /** Without what differs from one day, or one place, to the next. */
  private static String timeless(String said) {
    return said.replaceAll("just now|\\d+ (minute|hour|day)s? ago", "some time ago")
            .replaceAll("20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d(:\\d\\d)?( UTC)?", "some time")
        + "\n";
  }
}
