package io.portico.apidocs.editing;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.apidocs.Documentation;
import io.portico.apidocs.DocumentationPart;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.Location;
import io.portico.apidocs.LocationType;
import io.portico.apidocs.Properties;
import io.portico.apidocs.RestApi;
import io.portico.database.Database;
import io.portico.sandbox.Sandbox;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PartsPagesTest {
  private static final String API = "/app/apis/loyaltyap1";
  private static final String PARTS = API + "/parts";
  private static final RestApi LOYALTY = new RestApi("loyaltyap1", "loyalty", "", Map.of());
  private static final String GET_ACCOUNT =
      "type=METHOD&path=%2Faccounts%2F%7BaccountId%7D&method=GET";
  private static final Location GET_ACCOUNT_PLACE =
      new Location(LocationType.METHOD, "/accounts/{accountId}", "GET", "", "");
  private static final String SEEN = "seen={\"summary\":\"Get account\"}";
  private static final String GET_REWARDS = "type=METHOD&path=%2Frewards&method=GET";
  private static final Location GET_REWARDS_PLACE =
      new Location(LocationType.METHOD, "/rewards", "GET", "", "");

  @Inject Sandbox sandbox;
  @Inject Drafts drafts;
  @Inject Database database;

  private final Visitor editor = Visitor.signedInAs("editor");

  @BeforeEach
  @AfterEach
  void start() {
    sandbox.account().apiGateway().reset();
    drafts.forget(LOYALTY);
    drafts.forget(new RestApi("ordersapi1", "orders", "", Map.of()));
  }

  private static String page(Visitor visitor, String query) {
    return visitor.get(PARTS + "?" + query).then().statusCode(200).extract().asString();
  }

  private Response post(String action, String query, String... fields) {
    return editor.submit(PARTS + "?" + query, action + "?" + query, List.of(fields));
  }

  private Response save(String query, String... fields) {
    return post(PARTS, query, fields);
  }

  /** What API Gateway has, not what the portal remembers. */
  private Optional<String> there(Location location) {
    Documentation documentation = drafts.fresh(LOYALTY).documentation();
    return documentation.at(location).map(DocumentationPart::properties).map(Properties::compact);
  }

  @Test
  void whatIsTypedIsSavedAndSaid() {
    Response saved = save(GET_REWARDS, "as=fields", "field:summary=List the rewards");
    saved.then().statusCode(303);
    assertEquals(Optional.of("{\"summary\":\"List the rewards\"}"), there(GET_REWARDS_PLACE));
    String location = saved.header("Location");
    String back = location.substring(location.indexOf("/app"));
    editor
        .get(back)
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("Saved, in the draft"),
                containsString("value=\"List the rewards\""),
                containsString("aria-label=\"Contents\"")));
  }
}
