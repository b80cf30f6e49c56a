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
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees proposals, and what their pages say. */
@QuarkusTest
class ProposalPagesTest {
  private static final String SCRIPT = "<script>alert(1)</script>";

  @Inject ProposedOrders orders;

  private final Visitor editor = Visitor.signedInAs("editor");

  @BeforeEach
  @AfterEach
  void reset() {
    orders.reset();
  }

  @Test
  void eachRoleSeesWhatItMayDo() {
    Proposal proposal = orders.propose(KEYS);
    Visitor viewer = Visitor.signedInAs("lead");
    String seen = page(viewer, proposal);
    assertTrue(seen.contains("With its items."), seen);
    assertTrue(seen.contains("role editor decides"), seen);
    assertFalse(seen.contains("<form method=\"post\" action=\"/app/apis"), seen);
    post(viewer, proposal, "accept", "seen=" + ORDER_TEXT).then().statusCode(403);
    post(viewer, proposal, "decline", "answer=No").then().statusCode(403);
    Visitor stranger = Visitor.signedInAs("scientist");
    stranger.get(LIST).then().statusCode(404);
    stranger.get(proposal.address()).then().statusCode(404);
    post(stranger, proposal, "accept", "seen=" + ORDER_TEXT).then().statusCode(404);
    post(stranger, proposal, "decline", "answer=No").then().statusCode(404);
    assertEquals(ProposalState.OPEN, orders.state(proposal));
    assertEquals(Optional.of(ORDER_TEXT), orders.at(ORDER));
    Visitor publisher = Visitor.signedInAs("publisher");
    assertTrue(page(publisher, proposal).contains("Accept, and write it into the draft"));
    post(publisher, proposal, "accept", "seen=" + ORDER_TEXT).then().statusCode(303);
  }

  @Test
  void aProposalOfAnotherApiIsNotThere() {
    Proposal proposal = orders.propose(KEYS);
    for (String address :
        List.of(
            "/app/apis/loyaltyap1/proposals/" + proposal.id(),
            LIST + "/" + UUID.randomUUID(),
            LIST + "/oops")) {
      editor.get(address).then().statusCode(404);
      editor.submit("/app/tokens", address + "/decline", List.of()).then().statusCode(404);
    }
    assertEquals(ProposalState.OPEN, orders.state(proposal));
  }

  @Test
  void changingItFirstOpensTheEditorWithTheProposedTextAndSavesNothing() {
    Proposal proposal = orders.propose(KEYS);
    Matcher form =
        Pattern.compile("action=\"(/app/apis/ordersapi1/parts/form[^\"]+)\"")
            .matcher(page(editor, proposal));
    assertTrue(form.find());
    String address = form.group(1).replace("&amp;", "&");
    List<String> fields = List.of("seen=" + ORDER_TEXT, "as=fields", "base=" + BOTH);
    for (String field : fields) {
      String value = field.substring(field.indexOf('=') + 1).replace("\"", "&quot;");
      assertTrue(page(editor, proposal).contains("value=\"" + value + "\""), field);
    }
    editor
        .submit("/app/tokens", address, fields)
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("With its items.</textarea>"),
                containsString("value=\"Get an order\""),
                containsString("data-unsaved"),
                containsString("Contents")));
    assertEquals(Optional.of(ORDER_TEXT), orders.at(ORDER));
    assertEquals(ProposalState.OPEN, orders.state(proposal));
  }

  @ParameterizedTest
  @ValueSource(strings = {SCRIPT, "\"><img src=x onerror=alert(1)>", "{inject:shell.person.name}"})
  void whatProgramsWriteIsText(String hostile) {
    String quoted = hostile.replace("\"", "\\\"");
    Proposal proposal =
        orders.propose(
            ORDER, "{\"x-%1$s\":\"%1$s\",\"l\":[\"%1$s\"]}".formatted(quoted), "Why " + hostile);
    String escaped = hostile.replace("\"", "&quot;").replace("<", "&lt;").replace(">", "&gt;");
    for (String page :
        List.of(page(editor, proposal), editor.get(LIST).asString(), decided(proposal))) {
      assertTrue(page.contains("Why " + escaped), page);
      assertFalse(page.contains("<script>alert"), page);
      assertFalse(page.contains("<img src=x"), page);
    }
  }

  private String decided(Proposal proposal) {
    post(editor, proposal, "decline", "answer=" + proposal.reason()).then().statusCode(303);
    assertTrue(editor.get(LIST).asString().contains("declined"));
    return page(editor, proposal);
  }

  @Test
  void textsThatReadUnlikeWhatTheySayAreToldOf() {
    String warning = "signs that turn the direction of writing";
    assertTrue(page(editor, orders.propose("{\"d\":\"\\u202eevil\"}")).contains(warning));
    assertTrue(page(editor, orders.propose(ORDER, KEYS, "a\u2066b")).contains(warning));
    assertFalse(page(editor, orders.propose("{\"d\":\"שלום 👩‍🚀\"}")).contains(warning));
  }

  @Test
  void theLongestAndTheDeepestTextHavePages() {
    String long64 = "{\"d\":\"" + "x ".repeat(32_000) + "\"}";
    assertTrue(page(editor, orders.propose(long64)).contains("x x x"));
    String deep = "{\"a\":".repeat(64) + "1" + "}".repeat(64);
    Proposal proposal = orders.propose(deep);
    page(editor, proposal);
    post(editor, proposal, "accept", "seen=" + ORDER_TEXT).then().statusCode(303);
    page(editor, proposal);
  }

  @Test
  void theListSaysWhatProposalsAreUntilThereAreSome() {
    Visitor viewer = Visitor.signedInAs("lead");
    viewer
        .get(LIST)
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("No proposals yet"),
                containsString("href=\"/app/tokens\""),
                containsString("aria-current=\"page\">Proposals")));
    Proposal proposal = orders.propose(KEYS);
    viewer
        .get(LIST)
        .then()
        .body(
            allOf(
                containsString("<a href=\"" + proposal.address() + "\">GET /orders/{orderId}</a>"),
                containsString("Readers asked for it."),
                containsString("Release bot"),
                not(containsString("data-filtered"))));
    for (int i = 0; i < 5; i++) {
      orders.propose("{\"x\":" + i + "}");
    }
    viewer.get(LIST).then().body(containsString("data-filtered"));
  }
}
