package io.portico.connect;

import static io.portico.connect.TokenPages.PAGE;
import static io.portico.connect.TokenPages.REVOKE;
import static io.portico.connect.TokenPages.SECRET;
import static io.portico.connect.TokenPages.first;
import static io.portico.connect.TokenPages.make;
import static io.portico.connect.TokenPages.makeChurn;
import static io.portico.connect.TokenPages.page;
import static io.portico.connect.TokenPages.test;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.database.Database;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.Eventually;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose tokens there are, who sees them, and who revokes them. */
@QuarkusTest
class TokenOwnersTest {
  @Inject TokenPages tokens;
  @Inject Database database;

  private final Visitor scientist = Visitor.signedInAs("scientist");

  @BeforeEach
  void start() {
    tokens.forgetAll();
  }

  @Test
  void aRevokedTokenIsRefusedFromThenOn() {
    String secret = first(SECRET, makeChurn(scientist, "to be revoked").asString());
    test(scientist, secret).then().body(containsString("This token works"));
    String revoke = first(REVOKE, page(scientist));
    scientist
        .get(revoke)
        .then()
        .statusCode(200)
        .body(allOf(containsString("to be revoked"), containsString("Customer churn")));
    scientist
        .submit(revoke, revoke)
        .then()
        .statusCode(303)
        .header("Location", containsString(PAGE));
    test(scientist, secret)
        .then()
        .body(allOf(containsString("does not work"), containsString("was revoked on")));
    String list = page(scientist);
    assertTrue(list.contains("revoked") && list.contains("by Scientist"));
    assertFalse(REVOKE.matcher(list).find(), "it is revoked once");
  }

  @Test
  void anotherPersonsTokenIsNotThere() {
    makeChurn(scientist, "private matter");
    String revoke = first(REVOKE, page(scientist));
    Visitor lead = Visitor.signedInAs("lead");
    assertFalse(page(lead).contains("private matter"));
    lead.get(revoke).then().statusCode(404);
    lead.submit(PAGE, revoke).then().statusCode(404);
    lead.submit(PAGE, PAGE + "/" + UUID.randomUUID() + "/revoke").then().statusCode(404);
    lead.submit(PAGE, PAGE + "/not-an-id/revoke").then().statusCode(404);
    test(scientist, "portico_").then().body(containsString("does not work"));
    assertTrue(first(REVOKE, page(scientist)).equals(revoke), "still live");
  }

  @Test
  void aManagerMakesATokenForAGroup() {
    Visitor lead = Visitor.signedInAs("lead");
    assertTrue(page(lead).contains("value=\"group/churn-leads\""));
    assertFalse(page(scientist).contains("name=\"owner\""));
    Response made =
        make(
            lead,
            "name=deployment",
            "server=churn",
            "level=churn/contributor",
            "owner=group/churn-leads");
    test(scientist, first(SECRET, made.asString()))
        .then()
        .body(allOf(containsString("deployment"), containsString("service:")));
    assertTrue(page(lead).contains("group churn-leads"));
    assertFalse(page(scientist).contains("deployment"));
    String revoke = first(REVOKE, page(lead));
    lead.submit(revoke, revoke).then().statusCode(303);
  }

  @Test
  void whoManagesNothingSeesTheirGroupsTokenAndMayNotRevokeIt() {
    makeChurn(scientist, "of the group");
    database.change(
        handle ->
            handle.execute(
                "update access_token set owner_kind = 'GROUP', owner = 'forecasting-readers'"));
    String list = page(scientist);
    assertTrue(list.contains("group forecasting-readers"));
    assertFalse(REVOKE.matcher(list).find());
    String id =
        database.transaction(
            handle ->
                handle.createQuery("select id::text from access_token").mapTo(String.class).one());
    scientist.submit(PAGE, PAGE + "/" + id + "/revoke").then().statusCode(403);
    assertEquals(
        1,
        database.<Integer>transaction(
            handle ->
                handle
                    .createQuery("select count(*) from access_token where revoked_at is null")
                    .mapTo(Integer.class)
                    .one()));
  }

  @Test
  @Holds(Promise.EVERY_DEED_IS_RECORDED)
  void theTrailTellsWhoMadeAndRevokedWhat() {
    String secret = first(SECRET, makeChurn(scientist, "on the trail").asString());
    String revoke = first(REVOKE, page(scientist));
    scientist.submit(revoke, revoke);
    scientist.submit(PAGE, revoke);
    String id = revoke.split("/")[3];
    Eventually.equal(
        List.of("TOKEN_CREATED DONE Scientist", "TOKEN_REVOKED DONE Scientist"),
        () -> trail("action || ' ' || result || ' ' || name", id));
    String detail = trail("detail", id).get(0);
    assertTrue(
        detail.matches("on the trail for Scientist: mlflow/churn viewer, until 20.*Z"), detail);
    assertFalse(trail("activity::text", id).toString().contains(secret.substring(8)));
  }

  private List<String> trail(String what, String token) {
    return database.transaction(
        handle ->
            handle
                .createQuery(
                    "select " + what + " from activity where resource = :token order by at")
                .bind("token", "token/" + token)
                .mapTo(String.class)
                .list());
  }
}
