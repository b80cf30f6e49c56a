package io.portico.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.portico.journey.Named.heading;
import static io.portico.journey.Named.region;
import static io.portico.testsupport.Visitor.PORTAL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The ways of somebody who looks for a place in an API, in a real browser. */
@Tag("browser")
@QuarkusTest
class ContentsJourneyTest {
  private static final String ORDERS = "/app/apis/ordersapi1";

  @RegisterExtension static final Journey JOURNEY = new Journey();

  private static Page orders() {
    Page page = JOURNEY.signedIn("lead", ORDERS);
    assertThat(heading(page, "orders")).isVisible();
    return page;
  }

  private static Locator contents(Page page) {
    return region(page, "Contents");
  }

  private static Locator place(Page page, String name) {
    return contents(page)
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator inside(Page page, String name) {
    return contents(page)
        .getByRole(
            AriaRole.BUTTON,
            new Locator.GetByRoleOptions().setName("Inside " + name).setExact(true));
  }

  @Test
  void placesAreFoundAsOneTypes() {
    Page page = orders();
    assertThat(place(page, "/orders/{orderId}/payment")).isVisible();
    assertThat(place(page, "If-Match")).isHidden();
    assertThat(contents(page).getByRole(AriaRole.STATUS)).hasText("259 places");

    page.getByLabel("Find").fill("if-match");
    assertThat(place(page, "If-Match")).isVisible();
    assertThat(place(page, "PATCH")).isVisible();
    assertThat(place(page, "/orders/{orderId}/payment")).isHidden();
    assertThat(contents(page).getByRole(AriaRole.STATUS)).containsText("1 of ");

    page.getByLabel("Find").fill("");
    page.getByLabel("Kind").selectOption("authorizer");
    assertThat(place(page, "staff-tokens")).isVisible();
    assertThat(place(page, "/orders")).isHidden();
    page.getByLabel("Kind").selectOption("any");
    assertThat(place(page, "/orders/{orderId}/payment")).isVisible();
  }

  @Test
  void arrowKeysWalkTheTree() {
    Page page = orders();
    place(page, "/health").focus();
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowDown");
    assertThat(page.locator(":focus")).hasText("GET");
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowDown");
    assertThat(page.locator(":focus")).hasText("200");
    page.keyboard().press("ArrowLeft");
    assertThat(page.locator(":focus")).hasText("GET");
    page.keyboard().press("ArrowUp");
    assertThat(page.locator(":focus")).hasText("/health");
    page.keyboard().press("ArrowLeft");
    assertThat(place(page, "GET")).isHidden();
  }

  @Test
  void whatIsInsideAPlaceComesWhenItIsOpened() {
    Page page = orders();
    assertThat(place(page, "PATCH")).hasCount(0);
    inside(page, "/orders/{orderId}").click();
    assertThat(place(page, "PATCH")).isVisible();
    inside(page, "/orders/{orderId}").click();
    assertThat(place(page, "PATCH")).isHidden();
    page.reload();
    assertThat(place(page, "PATCH")).hasCount(0);
  }

  @Test
  void modelsAreThereWithTheirProperties() {
    Page page = orders();
    inside(page, "Models").click();
    inside(page, "Address model").click();
    assertThat(place(page, "street")).isVisible();
  }

  @Test
  void whatCannotBeReadStaysClosedAndIsTriedAgain() {
    Page page = orders();
    AtomicInteger failed = new AtomicInteger();
    page.onRequestFailed(request -> failed.incrementAndGet());
    page.context().setOffline(true);
    inside(page, "/health").click();
    assertThat(page.getByText("The contents could not be read")).isVisible();
    assertThat(inside(page, "/health")).hasAttribute("aria-expanded", "false");
    page.getByLabel("Find").fill("if-match");
    page.waitForCondition(() -> failed.get() == 2);
    assertThat(place(page, "/orders")).isVisible();
    assertThat(contents(page).getByRole(AriaRole.STATUS)).hasText("259 places");
    page.getByLabel("Find").fill("");
    page.context().setOffline(false);
    inside(page, "/health").click();
    assertThat(place(page, "GET")).isVisible();
  }

  @Test
  void whatThePortalFindsIsUnfolded() {
    Page page = JOURNEY.signedIn("lead", ORDERS + "?find=if-match");
    assertThat(place(page, "If-Match")).isVisible();
  }

  @Test
  void aPlacesOwnPageShowsTheWayToIt() {
    Page page = JOURNEY.signedIn("lead", ORDERS + "/parts?type=METHOD&path=/health&method=GET");
    assertThat(place(page, "GET")).hasAttribute("aria-current", "page");
    assertThat(place(page, "GET")).isVisible();
    assertThat(place(page, "PATCH")).hasCount(0);
  }

  @Test
  void aChosenPlaceHasAnAddressOfItsOwn() {
    Page page = orders();
    place(page, "/orders").click();
    assertThat(heading(page, "Resource /orders")).isVisible();
    assertEquals(PORTAL + ORDERS + "/parts?type=RESOURCE&path=%2Forders", page.url());
    page.reload();
    assertThat(place(page, "/orders")).hasAttribute("aria-current", "page");
    page.goBack();
    assertThat(page.getByText("Choose what to document")).isVisible();
  }
}
