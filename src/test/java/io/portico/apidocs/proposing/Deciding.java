package io.portico.apidocs.proposing;

import io.portico.testsupport.Visitor;
import io.restassured.response.Response;
import java.util.List;

/** What people see of a proposal, and what they send back. */
final class Deciding {
  private Deciding() {}

  static String page(Visitor visitor, Proposal of) {
    return visitor.get(of.address()).then().statusCode(200).extract().asString();
  }

  /**
   * Sends a form of its page.
   *
   * @param what {@code accept} or {@code decline}
   */
  static Response post(Visitor visitor, Proposal to, String what, String... fields) {
    return visitor.submit("/app/tokens", to.address() + "/" + what, List.of(fields));
  }
}
