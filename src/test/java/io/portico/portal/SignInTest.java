package io.portico.portal;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.RawHttp;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SignInTest {
  @Test
  void aStrangerIsLedToTheIdentityProvider() {
    Response response = new Visitor().get("/app");
    assertEquals(302, response.statusCode());
    Map<String, String> query = Visitor.query(URI.create(response.header("Location")));
    assertEquals("code", query.get("response_type"));
    assertEquals("S256", query.get("code_challenge_method"));
    assertEquals(Visitor.PORTAL + "/app/signed-in", query.get("redirect_uri"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/app", "/app/mlflow", "/app/sign-in?to=/app/mlflow/churn?own-tab"})
  void oneLandsOnTheLinkThatWasAskedFor(String link) {
    Visitor visitor = new Visitor();
    Response landed = visitor.signIn(visitor.get(link).header("Location"), "scientist");
    assertTrue(
        landed.header("Location").startsWith(Visitor.PORTAL + link), landed.header("Location"));
    visitor
        .get(landed.header("Location").substring(Visitor.PORTAL.length()))
        .then()
        .statusCode(link.contains("sign-in") ? 303 : 200);
  }

  @Test
  void theSessionIsEncryptedAndOutOfReachOfScripts() {
    Visitor visitor = new Visitor();
    Response landed = visitor.signIn(visitor.get("/app").header("Location"), "scientist");
    landed.headers().getList("Set-Cookie").stream()
        .filter(cookie -> cookie.getValue().startsWith("q_session"))
        .filter(cookie -> !cookie.getValue().contains("Max-Age=0"))
        .forEach(
            cookie ->
                assertTrue(
                    cookie.getValue().contains("HTTPOnly")
                        && cookie.getValue().contains("SameSite=Lax")
                        && !cookie.getValue().contains("Domain"),
                    cookie.getValue()));
    // A JWE with a key of our own: five parts, the header naming the encryption (RFC 7516).
    String session = visitor.cookies().get("q_session");
    assertEquals(5, session.split("\\.").length, session);
  }

  @Test
  void someoneElsesSessionCookieIsNoSession() {
    Visitor visitor = Visitor.signedInAs("scientist");
    String session = visitor.cookies().get("q_session");
    visitor.cookies().put("q_session", session.substring(0, session.length() - 4) + "AAAA");
    assertEquals(302, visitor.get("/app").statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "https://evil.example/",
        "/%5Cevil.example",
        "/app/../../evil",
        "javascript:alert(1)",
        "/api/mlflow"
      })
  @Holds(Promise.SIGN_IN_RETURNS_HERE)
  void aSignInLeadsNowhereElse(String to) {
    Visitor.signedInAs("scientist")
        .get("/app/sign-in?to=" + to)
        .then()
        .statusCode(303)
        .header("Location", equalTo(Visitor.PORTAL + "/app"));
  }

  @Test
  void whoHasJustSignedInNeedNotSignInAgain() {
    Visitor.signedInAs("publisher")
        .get("/app/sign-in-again?to=%2Fapp%2Fapis")
        .then()
        .statusCode(303)
        .header("Location", equalTo(Visitor.PORTAL + "/app/apis"));
  }

  @Test
  void inAFrameOrBehindAHashAPageStandsBeforeTheSignIn() {
    new Visitor()
        .get("/app", "Sec-Fetch-Dest", "iframe", "Sec-Fetch-Mode", "navigate")
        .then()
        .statusCode(401)
        .body(containsString("href=\"/app/sign-in?to=%2Fapp\""));
    new Visitor()
        .get("/app/mlflow/churn", "Sec-Fetch-Dest", "document", "Sec-Fetch-Mode", "navigate")
        .then()
        .statusCode(401)
        .body(containsString("href=\"/app/sign-in?to=%2Fapp%2Fmlflow%2Fchurn\""));
  }

  @Test
  void aScriptIsToldSoAndNotLedAway() {
    for (String[] headers :
        new String[][] {
          {"HX-Request", "true"}, {"Sec-Fetch-Mode", "cors"}, {"Sec-Fetch-Mode", "same-origin"}
        }) {
      new Visitor()
          .get("/app/mlflow/churn/status", headers)
          .then()
          .statusCode(401)
          .header("Location", equalTo(null));
    }
  }

  @Test
  @Holds(Promise.SIGN_OUT_ENDS_ALL)
  void signingOutEndsTheSessionHereAndAtTheIdentityProvider() {
    Visitor visitor = Visitor.signedInAs("scientist");
    visitor
        .submit("/app", "/app/sign-out")
        .then()
        .statusCode(303)
        .header(
            "Location",
            allOf(
                containsString("/logout?id_token_hint=ey"),
                containsString("post_logout_redirect_uri=http")));
    assertFalse(visitor.cookies().containsKey("q_session"));
    assertEquals(302, visitor.get("/app").statusCode());
    visitor.get("/signed-out").then().statusCode(200).body(containsString("You are signed out"));
  }

  @Test
  void aPersonWithoutAnyRoleLearnsWhomToAsk() {
    Visitor.signedInAs("guest")
        .get("/app")
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("none of its groups holds a role here"),
                containsString("the team that runs this sandbox")));
  }

  @Test
  @Holds(Promise.NO_FORGED_WRITES)
  void aChangeComesFromThePortalsOwnPagesOnly() {
    Visitor visitor = Visitor.signedInAs("scientist");
    for (String origin :
        new String[] {
          "http://mlflow.portico.localhost:8081",
          "https://evil.example",
          "null",
          Visitor.PORTAL + "0"
        }) {
      visitor
          .request("Origin", origin)
          .post("http://127.0.0.1:8081/app/sign-out")
          .then()
          .statusCode(403);
    }
    visitor.request().post("http://127.0.0.1:8081/app/sign-out").then().statusCode(403);
    visitor
        .request("Origin", Visitor.PORTAL)
        .post("http://127.0.0.1:8081/app/sign-out")
        .then()
        .statusCode(400)
        .body(containsString("reload the page"));
    assertEquals(200, visitor.get("/app").statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "Host: portico.localhost:8081, 302",
    "Host: PORTICO.localhost:8081, 302",
    "Host: evil.example, 421",
    "Host: portico.localhost:8081.evil.example, 400",
    "Host: , 421",
    "X-No-Host: 1, 400"
  })
  void thePortalAnswersAtItsOwnAddressOnly(String host, int status) throws IOException {
    RawHttp.Response response = RawHttp.send(8081, "GET /app HTTP/1.1", host, "Accept: text/html");
    assertEquals(status, response.status());
    assertFalse(response.text().contains("evil.example"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example/app", "http://portico.localhost:8081/app"})
  void aTargetIsAPath(String target) throws IOException {
    assertEquals(
        400,
        RawHttp.send(8081, "GET " + target + " HTTP/1.1", "Host: portico.localhost:8081").status());
  }

  @Test
  void aSignInThatTheProviderRefusesEndsOnAPage() {
    Visitor visitor = new Visitor();
    String authorize = visitor.get("/app").header("Location");
    String state = Visitor.query(URI.create(authorize)).get("state");
    Response refused =
        visitor.get("/app/signed-in?error=access_denied&error_description=hostile&state=" + state);
    Response page = visitor.get(URI.create(refused.header("Location")).getRawPath());
    assertEquals(401, page.statusCode());
    page.then().body(containsString("The sign-in did not succeed"), not(containsString("hostile")));
  }

  @Test
  void twoHostsAreNone() throws IOException {
    assertEquals(
        400,
        RawHttp.send(
                8081, "GET /app HTTP/1.1", "Host: portico.localhost:8081", "Host: evil.example")
            .status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/app", "/signed-out", "/app/nothing", "/static/nothing.js", "/nothing"})
  @Holds(Promise.PAGES_HAVE_POLICIES)
  void everythingBearsTheSecurityHeaders(String path) {
    new Visitor()
        .get(path)
        .then()
        .header("Content-Security-Policy", startsWith("default-src 'none'; script-src 'self';"))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("Referrer-Policy", equalTo("same-origin"))
        .header("Origin-Agent-Cluster", equalTo("?1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/health", "/q/health/ready", "/q/metrics", "/q/dev-ui", "/metrics"})
  @Holds(Promise.NOTHING_FOR_OPERATORS_IN_PUBLIC)
  void whatIsForOperatorsIsNotOnThePublicPort(String path) {
    assertEquals(404, new Visitor().get(path).statusCode());
  }
}
