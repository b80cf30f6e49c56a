package io.portico.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.portico.journey.Named.button;
import static io.portico.journey.Named.field;
import static io.portico.journey.Named.heading;
import static io.portico.journey.Named.link;
import static io.portico.journey.Named.region;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.portico.sandbox.Sandbox;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The ways of somebody who documents an API, in a real browser. */
@Tag("browser")
@QuarkusTest
class EditorJourneyTest {
  private static final String LOYALTY = "/app/apis/loyaltyap1";
  private static final String REWARDS = LOYALTY + "/parts?type=METHOD&path=%2Frewards&method=GET";
  private static final int FAR = 100;

  @RegisterExtension static final Journey JOURNEY = new Journey();

  @Inject Sandbox sandbox;

  private final List<String> complaints = new ArrayList<>();

  @BeforeEach
  @AfterEach
  void asSeeded() {
    sandbox.account().apiGateway().reset();
    Visitor.signedInAs("editor").submit(LOYALTY, LOYALTY + "/refresh").then().statusCode(303);
  }

  private Page signedIn(String person) {
    Page page = JOURNEY.page();
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            complaints.add(message.text());
          }
        });
    Journey.signIn(page, person, "/app");
    return page;
  }

  private static Locator contents(Page page) {
    return region(page, "Contents");
  }

  @Test
  void anUndocumentedMethodIsDocumentedAndCoverageRises() {
    Page page = signedIn("editor");
    page.navigate(Visitor.PORTAL + LOYALTY);
    assertThat(contents(page)).containsText("4 % documented");
    button(page, "Inside /rewards").click();
    link(page, "GET").click();
    assertThat(heading(page, "GET /rewards")).isVisible();
    field(page, "Summary").fill("List the rewards");
    field(page, "Description").fill("Those of **this** month.");
    assertThat(page.getByText("this", new Page.GetByTextOptions().setExact(true))).isVisible();
    button(page, "Save").click();
    assertThat(page.getByText("Saved, in the draft")).isVisible();
    assertThat(contents(page)).containsText("7 % documented");
    button(page, "JSON").click();
    assertThat(field(page, "Everything that is said about it, as a JSON object"))
        .hasValue(
            "{\n  \"summary\": \"List the rewards\",\n  \"description\": \"Those of **this** month.\"\n}");
    link(page, "Preview").click();
    assertThat(page.getByText("List the rewards")).isVisible();
    assertEquals(List.of(), complaints);
  }

  @Test
  void theKeyboardAloneDocumentsAMethod() {
    Page page = signedIn("editor");
    page.navigate(Visitor.PORTAL + LOYALTY + "/preview");
    assertThat(page.getByText("/rewards").first()).isVisible();
    assertThat(page.getByText("List the rewards")).hasCount(0);
    tabTo(page, "Contents", "Tab");
    page.keyboard().press("Enter");
    assertThat(contents(page)).containsText("4 % documented");
    tabTo(page, "/rewards", "Tab");
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    assertThat(heading(page, "GET /rewards")).isVisible();
    assertThat(field(page, "Summary")).isFocused();
    page.keyboard().type("List the rewards");
    page.keyboard().press("Control+s");
    assertThat(contents(page)).containsText("7 % documented");
    assertThat(contents(page).locator("a[aria-current=page]")).hasText("GET");
    assertThat(contents(page).locator("a[aria-current=page]")).isVisible();
    tabTo(page, "Preview", "Shift+Tab");
    page.keyboard().press("Enter");
    assertThat(page.getByText("List the rewards")).isVisible();
  }

  @Test
  void theKeyboardAloneGoesFromPlaceToPlace() {
    Page page = signedIn("editor");
    page.navigate(Visitor.PORTAL + LOYALTY);
    tabTo(page, "Begin where nothing is said yet", "Tab");
    page.keyboard().press("Enter");
    assertThat(heading(page, "The API as a whole")).isHidden();
    assertThat(page.locator("#part textarea, #part input[type=text]").first()).isFocused();
    page.keyboard().type("Said without a mouse");
    page.keyboard().press("Control+s");
    assertThat(page.getByText("Saved, in the draft")).isVisible();
    assertThat(contents(page)).containsText("7 % documented");
    assertThat(link(page, "Next undocumented")).isFocused();
    String first = page.url();
    page.keyboard().press("Enter");
    assertThat(page.getByText("Nothing is written about it yet.")).isVisible();
    assertTrue(!page.url().equals(first));
    assertThat(contents(page).locator("a[aria-current=page]")).isVisible();
    assertThat(page.locator("#part textarea, #part input[type=text]").first()).isFocused();
    tabTo(page, "Save", "Tab");
  }

  private static void tabTo(Page page, String name, String key) {
    for (int i = 0; i < FAR; i++) {
      page.keyboard().press(key);
      if (name.equals(page.evaluate("document.activeElement.textContent.trim()"))) {
        return;
      }
    }
    throw new AssertionError("The keyboard does not reach " + name);
  }

  @Test
  void twoPeopleWriteAndTheSlowerOneChooses() {
    Page quick = signedIn("publisher");
    Page slow = signedIn("editor");
    quick.navigate(Visitor.PORTAL + REWARDS);
    slow.navigate(Visitor.PORTAL + REWARDS);
    field(quick, "Summary").fill("The quick one's");
    button(quick, "Save").click();
    assertThat(quick.getByText("Saved, in the draft")).isVisible();
    field(slow, "Summary").fill("The slow one's");
    button(slow, "Save").click();
    assertThat(heading(slow, "Somebody else has changed this meanwhile")).isFocused();
    assertThat(slow.getByText("The quick one's")).isVisible();
    button(slow, "Save mine over it").click();
    assertThat(slow.getByText("Saved, in the draft")).isVisible();
    quick.reload();
    assertThat(field(quick, "Summary")).hasValue("The slow one's");
  }

  @Test
  void whatWasNotSavedIsAskedForAndOfferedAgain() {
    Page page = signedIn("editor");
    List<String> questions = new ArrayList<>();
    page.onDialog(
        dialog -> {
          questions.add(dialog.type());
          if (questions.size() == 1) {
            dialog.dismiss();
          } else {
            dialog.accept();
          }
        });
    page.navigate(Visitor.PORTAL + REWARDS);
    field(page, "Summary").fill("Half a sent");
    link(page, "The API as a whole").click();
    assertThat(field(page, "Summary")).hasValue("Half a sent");
    link(page, "The API as a whole").click();
    assertThat(field(page, "Title")).isVisible();
    assertEquals(List.of("confirm", "confirm"), questions);
    page.navigate(Visitor.PORTAL + REWARDS);
    assertThat(field(page, "Summary")).hasValue("");
    button(page, "Take it up again").click();
    assertThat(field(page, "Summary")).hasValue("Half a sent");
  }

  @Test
  void signingOutForgetsWhatWasNotSaved() {
    Page page = signedIn("editor");
    page.onDialog(Dialog::accept);
    page.navigate(Visitor.PORTAL + REWARDS);
    field(page, "Summary").fill("Half a sent");
    button(page, "Sign out").click();
    link(page, "Sign in again").click();
    button(page, "editor").click();
    page.navigate(Visitor.PORTAL + REWARDS);
    assertThat(field(page, "Summary")).hasValue("");
    assertThat(button(page, "Take it up again")).isHidden();
  }

  @Test
  void aSessionThatEndsCostsNoText() {
    Page page = signedIn("editor");
    page.navigate(Visitor.PORTAL + REWARDS);
    field(page, "Summary").fill("Written in time");
    page.context().clearCookies();
    button(page, "Save").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("is offered again after a reload");
    assertThat(field(page, "Summary")).hasValue("Written in time");
  }

  @Test
  void aTextThatNoFormMayHoldStays() {
    Page page = signedIn("editor");
    page.navigate(Visitor.PORTAL + REWARDS);
    field(page, "Description").evaluate("area => { area.value = 'x'.repeat(11 * 1024 * 1024); }");
    button(page, "Save").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("What you wrote stays here");
    assertEquals(
        11 * 1024 * 1024, field(page, "Description").evaluate("area => area.value.length"));
  }

  @Test
  void wrongJsonIsLedToByLineAndColumn() {
    Page page = signedIn("editor");
    page.navigate(Visitor.PORTAL + REWARDS);
    button(page, "JSON").click();
    Locator json = field(page, "Everything that is said about it, as a JSON object");
    json.clear();
    json.pressSequentially("{\n \"a\": 1,\n \"a\": 2\n}");
    button(page, "Go to line 3, column 2").click();
    assertThat(json).isFocused();
    assertEquals("\"a\": 2\n}", json.evaluate("area => area.value.slice(area.selectionStart)"));
  }
}
