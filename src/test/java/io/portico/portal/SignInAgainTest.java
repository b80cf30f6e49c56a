package io.portico.portal;

import static io.portico.portal.Sam.AGAIN;
import static io.portico.portal.Sam.BACK;
import static io.portico.portal.Sam.HOUR;
import static io.portico.portal.Sam.PAGE;
import static io.portico.portal.Sam.ago;
import static io.portico.portal.Sam.local;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.testsupport.LogLines;
import io.portico.testsupport.TestIssuer;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way to a fresh sign-in and back, and what waits for it. */
@QuarkusTest
@TestProfile(HonestTime.class)
class SignInAgainTest {
  @Inject TestIssuer issuer;
  private Sam sam;

  @BeforeEach
  void start() {
    sam = new Sam(issuer);
    Weighty.DONE.clear();
  }

  @Test
  void aStaleSignInDoesNothingAndBecomesFresh() {
    sam.signIn(ago(HOUR));
    assertEquals("Sign in again to publish", sam.get(PAGE).asString());
    String formToken = sam.formToken();
    sam.publish(formToken)
        .then()
        .statusCode(403)
        .body(
            allOf(
                containsString("href=\"" + AGAIN + "\" target=\"_blank\""),
                containsString("you last signed in 1 hour ago"),
                containsString("reload this page")));
    assertEquals(List.of(), Weighty.DONE);

    Response challenge = sam.leave();
    Map<String, String> asked = Visitor.query(URI.create(challenge.header("Location")));
    assertEquals("login", asked.get("prompt"));
    assertEquals("1200", asked.get("max_age"));
    assertEquals(BACK, sam.comeBack(challenge, ago(1)));
    assertEquals(PAGE, local(sam.get(BACK)));
    assertEquals("Publish", sam.get(PAGE).asString());

    // What the browser sends when the page of before is reloaded.
    assertEquals("Published", sam.publish(formToken).asString());
    assertEquals(List.of("typed with care"), Weighty.DONE);
  }

  @Test
  void aPageThatDemandsAFreshSignInLeadsToOneAndBack() {
    sam.signIn(ago(HOUR));
    sam.get("/app/weighty/preview")
        .then()
        .statusCode(403)
        .body(containsString("href=\"/app/sign-in-again?to=%2Fapp%2Fweighty%2Fpreview\">"));
  }

  @Test
  void aScriptIsToldWhereToSignInAgain() {
    sam.signIn(ago(HOUR));
    given()
        .header("Host", Visitor.PORTAL.substring("http://".length()))
        .accept(ContentType.JSON)
        .cookies(sam.cookies())
        .get("http://127.0.0.1:8081/app/weighty/preview")
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("type", equalTo(Visitor.PORTAL + "/docs/problems/stale-sign-in"))
        .body("signIn", equalTo("/app/sign-in-again?to=%2Fapp%2Fweighty%2Fpreview"));
  }

  @Test
  void whereNothingWeightyIsDoneNoFreshSignInIsAskedFor() {
    Map<String, String> asked = Visitor.query(URI.create(sam.get("/app").header("Location")));
    assertFalse(asked.containsKey("prompt") || asked.containsKey("max_age"), asked.toString());
    sam.signIn(ago(HOUR));
    assertEquals(200, sam.get("/app").statusCode());
  }

  @Test
  void aFreshSignInIsKept() {
    sam.signIn(ago(60));
    String session = sam.cookies().get("q_session");
    assertEquals(PAGE, local(sam.get(AGAIN, "Sec-Fetch-Site", "same-origin")));
    assertEquals(session, sam.cookies().get("q_session"));
  }

  @Test
  void inAFrameTheSignInOpensInATab() {
    sam.signIn(ago(HOUR));
    sam.get(AGAIN, "Sec-Fetch-Dest", "iframe", "Sec-Fetch-Mode", "navigate")
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("data-framed=\"true\""),
                containsString("href=\"" + AGAIN + "\" target=\"_blank\" rel=\"opener\""),
                containsString("href=\"/app/weighty?of=orders\"")));
    assertEquals(200, sam.get("/app").statusCode());
  }

  @Test
  void aStrangerSignsInAsUsual() {
    Response challenge = sam.get(AGAIN);
    challenge.then().statusCode(302).header("Location", not(containsString("prompt=")));
    assertEquals(AGAIN, sam.comeBack(challenge, ago(1)));
    sam.get(AGAIN).then().header("Location", equalTo(Visitor.PORTAL + PAGE));
  }

  @Test
  void aRefusalIsRecorded() {
    sam.signIn(ago(HOUR));
    String formToken = sam.formToken();
    try (LogLines log = new LogLines("portico.audit")) {
      sam.publish(formToken);
      assertTrue(
          log.all().stream()
              .anyMatch(
                  line ->
                      line.contains("\"action\":\"WRITE\"")
                          && line.contains("\"detail\":\"POST /app/weighty\"")
                          && line.contains("\"result\":\"DENIED\"")),
          log.all().toString());
    }
  }
}
