package io.portico.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.portico.journey.Named.button;
import static io.portico.journey.Named.field;
import static io.portico.journey.Named.link;
import static io.portico.journey.Named.region;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.Location;
import io.portico.apidocs.LocationType;
import io.portico.apidocs.Properties;
import io.portico.apidocs.RestApi;
import io.portico.apidocs.proposing.Proposals;
import io.portico.audit.Actor;
import io.portico.database.Database;
import io.portico.sandbox.Sandbox;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The ways of an editor with what programs propose, in a real browser. */
@Tag("browser")
@QuarkusTest
class ProposalJourneyTest {
  private static final RestApi LOYALTY = new RestApi("loyaltyap1", "loyalty", "", Map.of());
  private static final Location REWARDS =
      new Location(LocationType.METHOD, "/rewards", "GET", "", "");

  @RegisterExtension static final Journey JOURNEY = new Journey();

  @Inject Sandbox sandbox;
  @Inject Drafts drafts;
  @Inject Database database;
  @Inject Proposals proposals;

  private final List<String> complaints = new ArrayList<>();

  @BeforeEach
  @AfterEach
  void reset() {
    sandbox.account().apiGateway().reset();
    drafts.forget(LOYALTY);
    database.change(handle -> handle.execute("delete from documentation_proposal"));
  }

  /** The page of a proposal, by way of the home page. */
  private Page opened() {
    proposals.propose(
        LOYALTY,
        new Actor("s-bot", "Release bot", "jwt"),
        REWARDS,
        Properties.parse("{\"summary\":\"List the rewards\",\"x-since\":\"2026\"}"),
        "New in this release.",
        "R1");
    Page page = JOURNEY.page();
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            complaints.add(message.text());
          }
        });
    Journey.signIn(page, "editor", "/app");
    region(page, "Proposals to decide")
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("loyalty"))
        .click();
    link(page, "GET /rewards").click();
    assertThat(page.getByText("New in this release.")).isVisible();
    assertThat(region(page, "What it would change")).containsText("List the rewards");
    return page;
  }

  @Test
  void whatIsAcceptedStandsInTheContents() {
    Page page = opened();
    button(page, "Accept, and write it into the draft").click();
    assertThat(page.getByText("Accepted", new Page.GetByTextOptions().setExact(false))).isVisible();
    link(page, "See what the draft says now").click();
    assertThat(field(page, "Summary")).hasValue("List the rewards");
    assertThat(region(page, "Contents")).containsText("7 % documented");
    page.navigate(Visitor.PORTAL + "/app");
    assertThat(region(page, "My APIs")).isVisible();
    assertThat(region(page, "Proposals to decide")).hasCount(0);
    assertEquals(List.of(), complaints);
  }

  @Test
  void whatIsChangedFirstIsSavedInTheEditorAndClosedAfterwards() {
    Page page = opened();
    button(page, "Change it first…").click();
    Locator summary = field(page, "Summary");
    assertThat(summary).hasValue("List the rewards");
    field(page, "Description").fill("Of today.");
    button(page, "Save").click();
    assertThat(page.getByText("Saved, in the draft")).isVisible();
    link(page, "Proposals").click();
    link(page, "GET /rewards").click();
    button(page, "Close it as accepted").click();
    assertThat(page.getByText("Accepted", new Page.GetByTextOptions().setExact(false))).isVisible();
    String text =
        drafts.fresh(LOYALTY).documentation().at(REWARDS).orElseThrow().properties().compact();
    assertEquals(
        "{\"summary\":\"List the rewards\",\"x-since\":\"2026\",\"description\":\"Of today.\"}",
        text);
    assertEquals(List.of(), complaints);
  }

  @Test
  void whatIsTurnedDownHasItsAnswer() {
    Page page = opened();
    page.getByLabel("Answer (optional)").fill("Rewards end in May.");
    button(page, "Turn it down").click();
    assertThat(page.getByText("Rewards end in May.")).isVisible();
    link(page, "All proposals").click();
    assertThat(region(page, "Decided")).containsText("Rewards end in May.");
    assertEquals(List.of(), complaints);
  }
}
