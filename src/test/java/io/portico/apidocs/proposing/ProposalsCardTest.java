package io.portico.apidocs.proposing;

import static io.portico.apidocs.proposing.ProposedOrders.KEYS;
import static io.portico.apidocs.proposing.ProposedOrders.LIST;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.sandbox.SandboxDatabase;
import io.portico.testsupport.LogLines;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProposalsCardTest {
  private static final String CARD = "Proposals to decide";

  @Inject ProposedOrders orders;
  @Inject SandboxDatabase postgres;

  private final Visitor editor = Visitor.signedInAs("editor");

  @BeforeEach
  @AfterEach
  void reset() {
    orders.reset();
  }

  private static String home(Visitor visitor) {
    return visitor.get("/app").then().statusCode(200).extract().asString();
  }

  @Test
  void editorsSeeWhereProposalsWait() {
    assertTrue(!home(editor).contains(CARD));
    Proposal proposal = orders.propose(KEYS);
    orders.propose("{\"x\":1}");
    editor
        .get("/app")
        .then()
        .body(
            allOf(
                containsString(CARD),
                containsString("<a href=\"" + LIST + "\">orders</a>"),
                containsString("2 proposals"),
                not(containsString("loyaltyap1/proposals"))));
    editor.submit("/app/tokens", proposal.address() + "/decline");
    assertTrue(home(editor).contains("1 proposal<"));
    assertTrue(!home(Visitor.signedInAs("lead")).contains(CARD));
    assertTrue(!home(Visitor.signedInAs("scientist")).contains(CARD));
  }

  @Test
  void withoutADatabaseTheHomePageIsThereWithoutIt() {
    orders.propose(KEYS);
    postgres.goDown();
    try (LogLines log = new LogLines(ProposalsCard.class.getName())) {
      assertTrue(!home(editor).contains(CARD));
      assertTrue(log.contain("The home page shows no proposals"));
    } finally {
      postgres.comeUp();
    }
    assertTrue(home(editor).contains(CARD));
  }
}
