package io.portico.portal;

import static io.portico.portal.Sam.AGAIN;
import static io.portico.portal.Sam.BACK;
import static io.portico.portal.Sam.HOUR;
import static io.portico.portal.Sam.PAGE;
import static io.portico.portal.Sam.ago;
import static io.portico.portal.Sam.local;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.LogLines;
import io.portico.testsupport.TestIssuer;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What providers get wrong and others forge on the way to a fresh sign-in opens nothing. */
@QuarkusTest
@TestProfile(HonestTime.class)
class SignInAgainAbuseTest {
  @Inject TestIssuer issuer;
  private Sam sam;

  @BeforeEach
  void start() {
    sam = new Sam(issuer);
    Weighty.DONE.clear();
  }

  @Test
  void aProviderThatPassesOnAnOldSignInOpensNothing() {
    sam.signIn(ago(HOUR));
    long old = ago(HOUR);
    sam.comeBack(sam.leave(), old);
    try (LogLines log = new LogLines(SignInAgainResource.class.getName())) {
      sam.get(BACK)
          .then()
          .statusCode(403)
          .body(
              allOf(
                  containsString("This was no fresh sign-in"),
                  containsString("you last signed in 1 hour ago"),
                  containsString("tell the people who run this portal"),
                  containsString("href=\"" + AGAIN + "\">")));
      sam.get(BACK, "Accept", "application/json")
          .then()
          .statusCode(403)
          .body("type", equalTo(Visitor.PORTAL + "/docs/problems/sign-in-not-fresh"))
          .body("signIn", equalTo(AGAIN));
      assertTrue(
          log.contain("an auth_time of " + Instant.ofEpochSecond(old)), log.all().toString());
    }
    assertEquals(403, sam.publish(sam.formToken()).statusCode());
    assertEquals(List.of(), Weighty.DONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"auth_time\":null}",
        "{\"auth_time\":\"1777896000\"}",
        "{\"auth_time\":true}",
        "{\"auth_time\":0}",
        "{\"auth_time\":-1}",
        "{\"auth_time\":99999999999}",
        "{\"auth_time\":1e300}"
      })
  void aProviderThatTellsNoTimeOpensNothing(String claim) {
    sam.signIn(ago(HOUR));
    sam.comeBack(sam.leave(), new JsonObject(claim).getValue("auth_time"));
    try (LogLines log = new LogLines(SignInAgainResource.class.getName())) {
      sam.get(BACK).then().statusCode(403).body(containsString("does not say when you signed in"));
      assertTrue(log.contain("auth_time"));
    }
    assertEquals("Sign in again to publish", sam.get(PAGE).asString());
    assertEquals(403, sam.publish(sam.formToken()).statusCode());
    assertEquals(List.of(), Weighty.DONE);
  }

  @Test
  void aNumberThatOverflowsIsNoTime() {
    // 2^64 and a fresh time, for which JsonWebToken gives the fresh time.
    sam.signIn(BigInteger.TWO.pow(64).add(BigInteger.valueOf(ago(1))));
    assertEquals("Sign in again to publish", sam.get(PAGE).asString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void anotherSiteEndsNoSession(String site) {
    sam.signIn(ago(HOUR));
    assertEquals(PAGE, local(sam.get(AGAIN, "Sec-Fetch-Site", site)));
    assertEquals(200, sam.get("/app").statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "https://evil.example/",
        "/%5Cevil.example",
        "/app/../x",
        "/app/%2E%2E/x",
        "/app/%09/evil.example",
        "javascript:alert(1)",
        "/api/mlflow",
        ""
      })
  @Holds(Promise.SIGN_IN_RETURNS_HERE)
  void theWayBackLeadsNowhereElse(String to) {
    sam.signIn(ago(HOUR));
    Response dropped = sam.get("/app/sign-in-again?to=" + to);
    assertEquals("/app/signed-in-again?to=%2Fapp", local(dropped));
    String back = "/app/signed-in-again?to=" + to;
    assertEquals(back, sam.comeBack(sam.get(back), ago(1)));
    assertEquals("/app", local(sam.get(back)));
    assertEquals("/app", local(sam.get("/app/sign-in-again?to=" + to)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/app",
        Visitor.PORTAL + ".evil.example/app",
        Visitor.PORTAL + "@evil.example/app",
        Visitor.PORTAL + "//evil.example",
        Visitor.PORTAL + "/app/../x",
        Visitor.PORTAL
      })
  @Holds(Promise.SIGN_IN_RETURNS_HERE)
  void norDoesTheLinkOfARefusal(String referer) {
    sam.signIn(ago(HOUR));
    sam.publish(sam.formToken(), referer)
        .then()
        .statusCode(403)
        .body(containsString("href=\"/app/sign-in-again?to=%2Fapp\""));
  }

  @Test
  void aForgedReturnOpensNothing() {
    sam.signIn(ago(HOUR));
    Response challenge = sam.leave();
    Visitor other = new Visitor();
    String foreign = Visitor.query(URI.create(other.get(BACK).header("Location"))).get("state");
    String code =
        issuer.code(issuer.claims("people").put("aud", "portico").put("auth_time", ago(1)));
    for (String forged : List.of("&state=" + foreign, "&state=none", "")) {
      Response landed = sam.get("/app/signed-in?code=" + code + forged);
      assertFalse(sam.cookies().containsKey("q_session"), forged);
      assertNotEquals(200, landed.statusCode(), forged);
    }
    // The right state and a code of somebody else's sign-in, whose nonce is another.
    String state = Visitor.query(URI.create(challenge.header("Location"))).get("state");
    sam.get("/app/signed-in?code=" + code + "&state=" + state).then().statusCode(401);
    assertFalse(sam.cookies().containsKey("q_session"));
    assertEquals(302, sam.get(PAGE).statusCode());
  }
}
