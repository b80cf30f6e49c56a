package io.portico.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.portico.journey.Named.button;
import static io.portico.testsupport.Visitor.PORTAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.KeyPath;
import io.portico.apidocs.Location;
import io.portico.apidocs.Properties;
import io.portico.apidocs.RestApi;
import io.portico.sandbox.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody looks at a draft before it is published, in a real browser. */
@Tag("browser")
@QuarkusTest
class PreviewJourneyTest {
  private static final RestApi LOYALTY = new RestApi("loyaltyap1", "loyalty", "", Map.of());
  private static final Location REWARDS = Location.parse("METHOD", "/rewards", "GET", null, null);

  /** All that a description might try, and one honest word. */
  private static final String HOSTILE =
      """
      <script>window.fired = 1</script> <img src="https://elsewhere.example/a.png" onerror="window.fired = 2">
      <a href="javascript:window.fired = 3">one</a> [two](javascript:window.fired=4)
      <svg onload="window.fired = 5"></svg> <iframe src="https://elsewhere.example/"></iframe>
      <form action="https://elsewhere.example/"><button>three</button></form>
      <p style="position:fixed;inset:0" class="toast" id="content" data-copy="x">four</p> **honest**
      """;

  @RegisterExtension static final Journey JOURNEY = new Journey();

  @Inject Sandbox sandbox;
  @Inject Drafts drafts;

  @BeforeEach
  @AfterEach
  void asSeeded() {
    sandbox.account().apiGateway().reset();
    drafts.forget(LOYALTY);
  }

  private static Page signedIn() {
    return JOURNEY.signedIn("editor", "/app/apis/loyaltyap1");
  }

  private void write(Properties properties) {
    drafts.write(LOYALTY, REWARDS, Optional.empty(), properties);
  }

  @Test
  void theDraftIsReadAsDocumentationWithoutAWordFromTheBrowsersConsole() {
    write(Properties.parse("{\"summary\":\"List rewards\"}"));
    Page page = signedIn();
    List<String> console = new ArrayList<>();
    List<String> requests = new ArrayList<>();
    page.onConsoleMessage(message -> console.add(message.text()));
    page.onPageError(console::add);
    page.onRequest(request -> requests.add(request.url()));

    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Preview")).click();
    Locator viewer =
        page.getByRole(AriaRole.REGION)
            .filter(new Locator.FilterOptions().setHasText("List rewards"));
    assertThat(viewer).isVisible();
    viewer.getByText("List rewards").click();
    assertThat(viewer.getByText("category").first()).isVisible();
    assertThat(page.getByText("Try it out")).hasCount(0);

    page.getByLabel("Format").selectOption("swagger");
    button(page, "Show").click();
    assertThat(viewer.getByText("List rewards")).isVisible();

    page.navigate(PORTAL + "/app/apis/ordersapi1/preview");
    page.getByText("List orders").click();
    assertThat(page.getByText("customerId").first()).isVisible();
    assertThat(page.getByLabel("authorization button")).hasCount(0);
    assertEquals(List.of(), console);
    assertEquals(
        List.of(),
        requests.stream()
            .filter(url -> !url.startsWith(PORTAL + "/") && !url.startsWith("data:"))
            .toList());
  }

  @Test
  void hostileTextsAreTextsThere() {
    write(
        Properties.parse(
                "{\"x-a\":{\"__proto__\":{\"fired\":1}},\"tags\":[{\"__proto__\":{\"fired\":1}}]}")
            .with(KeyPath.of("description"), HOSTILE));
    Page page = signedIn();
    List<String> sent = new ArrayList<>();
    page.onRequestFinished(request -> sent.add(request.url()));
    page.navigate(PORTAL + "/app/apis/loyaltyap1/preview");
    page.getByText("/rewards").first().click();
    assertThat(page.getByText("honest")).isVisible();

    assertNull(page.evaluate("window.fired"));
    assertEquals(
        0,
        page.evaluate(
            """
            [...document.querySelectorAll('[data-document] *')].filter(element =>
              ['script', 'iframe', 'form', 'style', 'object', 'embed'].includes(element.localName)
              || [...element.attributes].some(({ name, value }) => name.startsWith('on')
                || value.includes('javascript:') || value === 'toast' || name === 'data-copy')).length
            """));
    assertEquals(List.of(), sent.stream().filter(url -> url.contains("elsewhere")).toList());
  }

  @Test
  void aDocumentLoadsNoOther() {
    write(
        Properties.parse(
            """
        {"summary":"Refers","x-a":{"$ref":"/app/tokens"},
         "tags":[{"$ref":"https://elsewhere.example/a.json"},{"$ref":"/app/activity#/b"}]}
        """));
    Page page = signedIn();
    List<String> asked = new ArrayList<>();
    page.onRequest(request -> asked.add(request.url()));
    page.navigate(PORTAL + "/app/apis/loyaltyap1/preview");
    page.getByText("/rewards").first().click();
    assertThat(page.getByText("category").first()).isVisible();
    assertEquals(
        List.of(),
        asked.stream().filter(url -> url.matches(".*(elsewhere|tokens|activity).*")).toList());
  }

  @Test
  void whatCannotBeLoadedIsTold() {
    Page page = signedIn();
    page.route("**/openapi.json*", route -> route.abort());
    page.navigate(PORTAL + "/app/apis/loyaltyap1/preview");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("could not be loaded");

    page.route(
        "**/openapi.json*",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(503)
                    .setContentType("application/problem+json")
                    .setBody(
                        "{\"title\":\"Away <b>\",\"detail\":\"Try again.\",\"reference\":\"r1\"}")));
    page.reload();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Away <b>");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Reference: r1");
  }

  @Test
  void theViewerIsDarkWhenThePageIs() {
    Page page = signedIn();
    page.navigate(PORTAL + "/app/apis/loyaltyap1/preview");
    page.getByLabel("Theme").selectOption("dark");
    assertThat(page.locator("html")).hasClass("dark-mode");
    page.getByLabel("Theme").selectOption("light");
    assertThat(page.locator("html")).not().hasClass("dark-mode");
    page.getByLabel("Theme").selectOption("");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat(page.locator("html")).hasClass("dark-mode");
  }
}
