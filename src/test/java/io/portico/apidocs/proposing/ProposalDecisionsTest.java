package io.portico.apidocs.proposing;

import static io.portico.apidocs.proposing.Deciding.page;
import static io.portico.apidocs.proposing.Deciding.post;
import static io.portico.apidocs.proposing.ProposedOrders.BOTH;
import static io.portico.apidocs.proposing.ProposedOrders.KEYS;
import static io.portico.apidocs.proposing.ProposedOrders.LIST;
import static io.portico.apidocs.proposing.ProposedOrders.ORDER;
import static io.portico.apidocs.proposing.ProposedOrders.ORDER_TEXT;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.apidocs.ApiGatewayDocumentation;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.DraftsAway;
import io.portico.apidocs.Location;
import io.portico.apidocs.LocationType;
import io.portico.apidocs.WatchedDrafts;
import io.portico.sandbox.Sandbox;
import io.portico.sandbox.SandboxDatabase;
import io.portico.testsupport.Eventually;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes of a decision about a proposal. */
@QuarkusTest
class ProposalDecisionsTest {
  @Inject ProposedOrders orders;
  @Inject OpenProposals open;
  @Inject Sandbox sandbox;
  @Inject SandboxDatabase postgres;
  @Inject ApiGatewayDocumentation gateway;

  private final Visitor editor = Visitor.signedInAs("editor");

  @BeforeEach
  @AfterEach
  void reset() {
    orders.reset();
  }

  @Test
  void anEditorAcceptsAndTheDraftSaysIt() {
    Proposal proposal = orders.propose(KEYS);
    assertTrue(page(editor, proposal).contains("<ins>With its items.</ins>"));
    post(editor, proposal, "accept", "seen=" + ORDER_TEXT)
        .then()
        .statusCode(303)
        .header("Location", endsWith(proposal.address()));
    assertEquals(Optional.of(BOTH), orders.at(ORDER));
    assertTrue(page(editor, proposal).contains("Accepted"));
    Eventually.equal(
        List.of(
            "PART_PROPOSED DONE Release bot",
            "PART_WRITTEN DONE Editor",
            "PROPOSAL_ACCEPTED DONE Editor"),
        orders::trail);
    editor
        .get("/app/apis/ordersapi1/activity")
        .then()
        .body(
            allOf(
                containsString("part proposed"),
                containsString("proposal accepted"),
                containsString("<a href=\"" + proposal.address() + "\">the proposal</a>")));
  }

  @Test
  void anEditorTurnsDownWithASentence() {
    Proposal proposal = orders.propose(KEYS);
    post(editor, proposal, "decline", "answer= Not\r\ntrue. ").then().statusCode(303);
    assertEquals("Not\ntrue.", orders.found(proposal.id()).decision().get().answer());
    assertEquals(ProposalState.DECLINED, orders.state(proposal));
    assertEquals(Optional.of(ORDER_TEXT), orders.at(ORDER));
    String page = page(editor, proposal);
    assertTrue(page.contains("Not\ntrue."), page);
    assertFalse(page.contains("/accept"), page);
    assertTrue(editor.get(LIST).asString().contains("Nothing is left to decide"));
    assertEquals("PROPOSAL_DECLINED DONE Editor", orders.trail().get(1));
  }

  @Test
  void anAnswerThatCannotBeKeptIsShownAgain() {
    Proposal proposal = orders.propose(KEYS);
    post(editor, proposal, "decline", "answer=" + "x".repeat(1_001))
        .then()
        .statusCode(422)
        .body(
            allOf(
                containsString("The answer has 1,001 characters"),
                containsString("x".repeat(1_001) + "</textarea>"),
                containsString("aria-invalid")));
    post(editor, proposal, "decline", "answer=a\0b" + "<script>alert(1)</script>")
        .then()
        .statusCode(422)
        .body(allOf(containsString("control characters"), not(containsString("<script>alert"))));
    assertEquals(ProposalState.OPEN, orders.state(proposal));
  }

  @Test
  void whatOthersChangedInOtherKeysMeanwhileStays() {
    Proposal proposal = orders.propose(KEYS);
    page(editor, proposal);
    String theirs = ORDER_TEXT.replace("Get an order", "Read an order");
    orders.write(ORDER, theirs);
    post(editor, proposal, "accept", "seen=" + ORDER_TEXT)
        .then()
        .statusCode(409)
        .body(
            allOf(
                containsString("so nothing was written"),
                containsString("Read an order"),
                containsString("<ins>With its items.</ins>")));
    assertEquals(Optional.of(theirs), orders.at(ORDER));
    assertEquals(ProposalState.OPEN, orders.state(proposal));
    post(editor, proposal, "accept", "seen=" + theirs).then().statusCode(303);
    assertEquals(Optional.of(BOTH.replace("Get an", "Read an")), orders.at(ORDER));
  }

  @Test
  void whatTheDraftSaysAlreadyIsClosedWithoutWriting() {
    Proposal proposal = orders.propose(KEYS);
    orders.write(ORDER, BOTH);
    assertTrue(page(editor, proposal).contains("The draft says so already"));
    sandbox.account().apiGateway().tally().clear();
    post(editor, proposal, "accept", "seen=" + BOTH).then().statusCode(303);
    assertEquals(0, sandbox.account().apiGateway().tally().received("UpdateDocumentationPart"));
    assertEquals(ProposalState.ACCEPTED, orders.state(proposal));
    assertEquals(
        List.of("PART_PROPOSED DONE Release bot", "PROPOSAL_ACCEPTED DONE Editor"), orders.trail());
  }

  @Test
  void anAttemptWhoseEndWasLostIsTakenForDone() {
    Proposal proposal = orders.propose(KEYS);
    orders.write(ORDER, BOTH.replace("{", "{\"x\":1,"));
    post(editor, proposal, "accept", "seen=" + ORDER_TEXT).then().statusCode(303);
    assertEquals(ProposalState.ACCEPTED, orders.state(proposal));
    assertEquals(Optional.of(BOTH.replace("{", "{\"x\":1,")), orders.at(ORDER));
  }

  @Test
  void whatSaidSoOnceAndDoesNoMoreIsShownAgain() {
    Proposal proposal = orders.propose(KEYS);
    post(editor, proposal, "accept", "seen=" + BOTH)
        .then()
        .statusCode(409)
        .body(containsString("<ins>With its items.</ins>"));
    assertEquals(ProposalState.OPEN, orders.state(proposal));
    assertEquals(Optional.of(ORDER_TEXT), orders.at(ORDER));
  }

  @Test
  void whatIsDecidedIsDecidedOnce() {
    Proposal declined = orders.propose(KEYS);
    Visitor publisher = Visitor.signedInAs("publisher");
    post(publisher, declined, "decline", "answer=No.").then().statusCode(303);
    for (String what : List.of("accept", "decline")) {
      post(editor, declined, what, "seen=" + ORDER_TEXT)
          .then()
          .statusCode(409)
          .body(
              allOf(
                  containsString("nothing was changed by you"),
                  containsString("Turned down"),
                  containsString("No.")));
    }
    post(publisher, declined, "decline", "answer=Again.").then().statusCode(303);
    post(publisher, declined, "accept", "seen=" + ORDER_TEXT).then().statusCode(409);
    assertEquals("No.", orders.found(declined.id()).decision().get().answer());
    assertEquals(Optional.of(ORDER_TEXT), orders.at(ORDER));
    Proposal accepted = orders.propose(KEYS);
    post(editor, accepted, "accept", "seen=" + ORDER_TEXT).then().statusCode(303);
    post(editor, accepted, "accept", "seen=" + ORDER_TEXT).then().statusCode(303);
    post(publisher, accepted, "accept", "seen=" + ORDER_TEXT).then().statusCode(409);
    assertEquals(ProposalState.ACCEPTED, orders.state(accepted));
  }

  @Test
  void whoTurnsDownAtTheSameMomentHasDecidedAndTheOtherIsTold() {
    Proposal proposal = orders.propose(KEYS);
    Decision theirs = Decision.now(ProposedOrders.BOT, "No.");
    QuarkusMock.installMockForType(
        new WatchedDrafts(
            gateway, () -> open.decide(proposal, ProposalState.DECLINED, theirs, "R2")),
        Drafts.class);
    post(editor, proposal, "accept", "seen=" + ORDER_TEXT)
        .then()
        .statusCode(409)
        .body(
            allOf(
                containsString("decided at the same moment. The draft says what was proposed"),
                containsString("Turned down"),
                containsString("No.")));
    assertEquals(ProposalState.DECLINED, orders.state(proposal));
    assertEquals(Optional.of(BOTH), orders.at(ORDER));
  }

  @Test
  void aDatabaseThatLeavesAfterTheWriteLeavesTheProposalOpen() {
    Proposal proposal = orders.propose(KEYS);
    QuarkusMock.installMockForType(new WatchedDrafts(gateway, postgres::goDown), Drafts.class);
    try {
      post(editor, proposal, "accept", "seen=" + ORDER_TEXT)
          .then()
          .statusCode(503)
          .body(
              allOf(
                  containsString("The draft says it now"), containsString("Close it as accepted")));
    } finally {
      postgres.comeUp();
    }
    assertEquals(ProposalState.OPEN, orders.state(proposal));
    post(editor, proposal, "accept", "seen=" + BOTH).then().statusCode(303);
    assertEquals(ProposalState.ACCEPTED, orders.state(proposal));
  }

  @Test
  void aSilentApiGatewayCostsNothing() {
    Proposal proposal = orders.propose(KEYS);
    QuarkusMock.installMockForType(new DraftsAway(), Drafts.class);
    assertTrue(page(editor, proposal).contains("With its items."));
    post(editor, proposal, "accept", "seen=" + ORDER_TEXT)
        .then()
        .statusCode(503)
        .body(
            allOf(
                containsString("API Gateway does not answer"),
                containsString("The proposal stays open"),
                containsString("With its items.")));
    assertEquals(ProposalState.OPEN, orders.state(proposal));
    post(editor, proposal, "decline", "answer=No.").then().statusCode(303);
  }

  @Test
  void aPlaceThatIsGoneTakesNothing() {
    Location thing = new Location(LocationType.METHOD, "/gone", "GET", "", "");
    Proposal proposal = orders.propose(KEYS);
    orders.moveTo(proposal, thing);
    String page = page(editor, proposal);
    assertTrue(page.contains("It cannot be accepted. The API has nothing at this place"), page);
    assertFalse(page.contains("/accept"), page);
    post(editor, proposal, "accept").then().statusCode(409);
    assertEquals(Optional.empty(), orders.at(thing));
    post(editor, proposal, "decline").then().statusCode(303);
  }

  @Test
  void whoseTextAPlaceWouldHideIsSaid() {
    Location parameter =
        new Location(LocationType.PATH_PARAMETER, "/orders/{orderId}", "GET", "", "orderId");
    Proposal proposal = orders.propose(parameter, KEYS, "Why");
    assertTrue(page(editor, proposal).contains("A text of its own takes its place as a whole."));
    post(editor, proposal, "accept").then().statusCode(303);
    assertEquals(Optional.of(KEYS), orders.at(parameter));
  }

  @Test
  void aHiddenFieldThatNoPageSentIsRefused() {
    Proposal proposal = orders.propose(KEYS);
    post(editor, proposal, "accept", "seen={oops").then().statusCode(400);
    assertEquals(ProposalState.OPEN, orders.state(proposal));
  }
}
