package io.portico.connect;

import static io.portico.connect.TokenPages.PAGE;
import static io.portico.connect.TokenPages.SECRET;
import static io.portico.connect.TokenPages.first;
import static io.portico.connect.TokenPages.make;
import static io.portico.connect.TokenPages.makeChurn;
import static io.portico.connect.TokenPages.page;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.portico.database.Database;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the form of a new token refuses, and how it says so. */
@QuarkusTest
class NewTokenFormTest {
  private static final Pattern NONCE = Pattern.compile("name=\"nonce\" value=\"([^\"]+)\"");

  @Inject TokenPages tokens;
  @Inject Database database;

  private final Visitor scientist = Visitor.signedInAs("scientist");

  @BeforeEach
  void start() {
    tokens.forgetAll();
  }

  @Test
  void theSameFormMakesOneToken() {
    List<String> form =
        List.of(
            "nonce=" + UUID.randomUUID(),
            "lifetime=7",
            "name=once",
            "server=churn",
            "level=churn/viewer");
    scientist.submit(PAGE, PAGE, form).then().statusCode(200);
    Response again = scientist.submit(PAGE, PAGE, form);
    again.then().statusCode(409).body(containsString("made already"));
    assertFalse(SECRET.matcher(again.asString()).find());
    assertEquals(1, tokens.count());
  }

  @Test
  void eachPageHasANonceOfItsOwn() {
    assertFalse(first(NONCE, page(scientist)).equals(first(NONCE, page(scientist))));
  }

  @Test
  void aWrongFormIsKeptAndItsProblemsStandAtTheirFields() {
    Response refused =
        make(
            scientist,
            "name=",
            "server=churn",
            "level=churn/contributor",
            "lifetime=until",
            "until=tomorrow");
    refused
        .then()
        .statusCode(422)
        .body(
            allOf(
                containsString("aria-describedby=\"problem-name\""),
                containsString("id=\"problem-name\""),
                containsString("name=\"server\" value=\"churn\" checked"),
                containsString("value=\"churn/contributor\" selected")));
    assertEquals(0, tokens.count());
  }

  @Test
  void aWrongDayIsKept() {
    make(scientist, "name=n", "server=churn", "level=churn/viewer").then().statusCode(200);
    scientist
        .submit(
            PAGE,
            PAGE,
            List.of(
                "nonce=" + UUID.randomUUID(),
                "name=kept name",
                "server=churn",
                "level=churn/viewer",
                "lifetime=until",
                "until=tomorrow"))
        .then()
        .statusCode(422)
        .body(
            allOf(
                containsString("value=\"tomorrow\""),
                containsString("value=\"kept name\""),
                containsString("aria-describedby=\"problem-lifetime\"")));
  }

  @Test
  void nobodyMakesATokenForMoreThanTheyHave() {
    make(scientist, "name=n", "server=churn", "level=churn/manager").then().statusCode(422);
    make(scientist, "name=n", "server=echo", "level=echo/viewer").then().statusCode(422);
    make(scientist, "name=n", "server=churn", "level=churn/viewer", "owner=group/churn-team")
        .then()
        .statusCode(422);
    make(Visitor.signedInAs("guest"), "name=n", "server=churn", "level=churn/viewer")
        .then()
        .statusCode(422);
    assertEquals(0, tokens.count());
  }

  @Test
  void whoMayNotProposeIsNotAskedAndNotLet() {
    Visitor lead = Visitor.signedInAs("lead");
    assertFalse(page(lead).contains("It may propose"));
    make(lead, "name=x", "server=churn", "level=churn/viewer", "documentation=editor")
        .then()
        .statusCode(422)
        .body(containsString("Only editors of an API propose"));
    assertEquals(0, tokens.count());
  }

  @Test
  void aFormWithoutItsTokenMakesNothing() {
    scientist
        .request("Origin", Visitor.PORTAL)
        .contentType("application/x-www-form-urlencoded")
        .body("name=n&server=churn&level=churn%2Fviewer&lifetime=7&nonce=" + UUID.randomUUID())
        .post("http://127.0.0.1:8081" + PAGE)
        .then()
        .statusCode(400);
    assertEquals(0, tokens.count());
  }

  @Test
  void theLimitIsToldAtTheOwner() {
    makeChurn(scientist, "first");
    database.change(
        handle ->
            handle.execute(
                """
                insert into access_token
                select gen_random_uuid(), 'hash ' || i, name, owner_kind, owner, grants, created_at,
                  created_by, created_by_name, gen_random_uuid(), expires_at
                from access_token, generate_series(2, 50) i
                """));
    makeChurn(scientist, "one too many")
        .then()
        .statusCode(422)
        .body(allOf(containsString("50 live tokens"), containsString("value=\"one too many\"")));
    assertEquals(50, tokens.count());
  }
}
