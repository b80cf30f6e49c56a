package io.portico.portal;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.identity.FreshSignIn;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.LogLines;
import io.portico.testsupport.TestIssuer;
import io.portico.testsupport.Visitor;
import io.quarkus.security.Authenticated;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Something weighty, and a provider that says of people's sign-ins what a test wants. */
@QuarkusTest
@TestProfile(SignInAgainTest.HonestTime.class)
class SignInAgainTest {
  private static final String PAGE = "/app/weighty?of=orders";
  private static final String AGAIN = "/app/sign-in-again?to=%2Fapp%2Fweighty%3Fof%3Dorders";
  private static final String BACK = "/app/signed-in-again?to=%2Fapp%2Fweighty%3Fof%3Dorders";
  private static final int HOUR = 3_600;
  private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");

  @Inject TestIssuer issuer;
  private final Visitor visitor = new Visitor();

  public static class HonestTime implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "portico.identity.sign-in-time", "auth-time",
          "portico.identity.fresh-sign-in", "20M",
          "quarkus.oidc.auth-server-url", "http://127.0.0.1:${portico.test.issuer-port}/people",
          "quarkus.oidc.credentials.secret", "a-secret-of-this-test",
          "quarkus.oidc.discovery-enabled", "false",
          "quarkus.oidc.authorization-path", "/authorize",
          "quarkus.oidc.token-path", "/token",
          "quarkus.oidc.jwks-path", "/jwks",
          "quarkus.oidc.jwks.resolve-early", "false",
          "quarkus.oidc.authentication.nonce-required", "true");
    }
  }

  /** What publishing will be. */
  @Path("/app/weighty")
  @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
  @Authenticated
  @Blocking
  public static class Weighty {
    private static final List<String> DONE = new CopyOnWriteArrayList<>();

    @Inject FreshSignIn freshSignIn;

    @GET
    public String page() {
      return freshSignIn.isFresh() ? "Publish" : "Sign in again to publish";
    }

    @GET
    @Path("preview")
    public String preview() {
      freshSignIn.demand();
      return "shown";
    }

    @POST
    public String publish(@FormParam("note") String note) {
      freshSignIn.demand();
      DONE.add(note);
      return "Published";
    }
  }

  @BeforeEach
  void nothingIsDoneYet() {
    Weighty.DONE.clear();
  }

  /** Seconds since 1970, some of them ago. */
  private static Long ago(int seconds) {
    return Instant.now().getEpochSecond() - seconds;
  }

  /** Comes back from the identity provider with an ID token, to where the portal sends one then. */
  private String comeBack(Response challenge, Object authTime) {
    URI authorize = URI.create(challenge.header("Location"));
    JsonObject claims =
        issuer
            .claims("people")
            .put("aud", "portico")
            .put("sub", "s-1")
            .put("name", "Sam")
            .put("nonce", Visitor.query(authorize).get("nonce"));
    if (authTime != null) {
      claims.put("auth_time", authTime);
    }
    Response landed =
        visitor.get(
            "/app/signed-in?code="
                + issuer.code(claims)
                + "&state="
                + Visitor.query(authorize).get("state"));
    assertEquals(302, landed.statusCode());
    return local(landed);
  }

  private static String local(Response redirect) {
    String location = redirect.header("Location");
    assertTrue(location.startsWith(Visitor.PORTAL + "/"), location);
    return location.substring(Visitor.PORTAL.length());
  }

  private void signIn(Object authTime) {
    assertEquals("/app", comeBack(visitor.get("/app"), authTime));
  }

  /** Follows a link to a fresh sign-in up to the identity provider. */
  private Response leave() {
    Response dropped = visitor.get(AGAIN, "Sec-Fetch-Site", "same-origin");
    assertEquals(303, dropped.statusCode());
    assertEquals(BACK, local(dropped));
    return visitor.get(BACK);
  }

  private Response publish(String formToken) {
    return publish(formToken, Visitor.PORTAL + PAGE);
  }

  private Response publish(String formToken, String referer) {
    return visitor
        .request("Origin", Visitor.PORTAL, "Referer", referer)
        .contentType(ContentType.URLENC)
        .body("note=typed+with+care&csrf-token=" + formToken)
        .post("http://127.0.0.1:8081/app/weighty");
  }

  private String formToken() {
    Matcher token = TOKEN.matcher(visitor.get("/app").asString());
    assertTrue(token.find());
    return token.group(1);
  }

  @Test
  void aStaleSignInDoesNothingAndBecomesFresh() {
    signIn(ago(HOUR));
    assertEquals("Sign in again to publish", visitor.get(PAGE).asString());
    String formToken = formToken();
    publish(formToken)
        .then()
        .statusCode(403)
        .body(
            allOf(
                containsString("href=\"" + AGAIN + "\" target=\"_blank\""),
                containsString("you last signed in 1 hour ago"),
                containsString("reload this page")));
    assertEquals(List.of(), Weighty.DONE);

    Response challenge = leave();
    Map<String, String> asked = Visitor.query(URI.create(challenge.header("Location")));
    assertEquals("login", asked.get("prompt"));
    assertEquals("1200", asked.get("max_age"));
    assertEquals(BACK, comeBack(challenge, ago(1)));
    assertEquals(PAGE, local(visitor.get(BACK)));
    assertEquals("Publish", visitor.get(PAGE).asString());

    // What the browser sends when the page of before is reloaded.
    assertEquals("Published", publish(formToken).asString());
    assertEquals(List.of("typed with care"), Weighty.DONE);
  }

  @Test
  void aPageThatDemandsAFreshSignInLeadsToOneAndBack() {
    signIn(ago(HOUR));
    visitor
        .get("/app/weighty/preview")
        .then()
        .statusCode(403)
        .body(containsString("href=\"/app/sign-in-again?to=%2Fapp%2Fweighty%2Fpreview\">"));
  }

  @Test
  void aScriptIsToldWhereToSignInAgain() {
    signIn(ago(HOUR));
    given()
        .header("Host", Visitor.PORTAL.substring("http://".length()))
        .accept(ContentType.JSON)
        .cookies(visitor.cookies())
        .get("http://127.0.0.1:8081/app/weighty/preview")
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("type", equalTo(Visitor.PORTAL + "/docs/problems/stale-sign-in"))
        .body("signIn", equalTo("/app/sign-in-again?to=%2Fapp%2Fweighty%2Fpreview"));
  }

  @Test
  void whereNothingWeightyIsDoneNoFreshSignInIsAskedFor() {
    Map<String, String> asked = Visitor.query(URI.create(visitor.get("/app").header("Location")));
    assertFalse(asked.containsKey("prompt") || asked.containsKey("max_age"), asked.toString());
    signIn(ago(HOUR));
    assertEquals(200, visitor.get("/app").statusCode());
  }

  @Test
  void aProviderThatPassesOnAnOldSignInOpensNothing() {
    signIn(ago(HOUR));
    long old = ago(HOUR);
    comeBack(leave(), old);
    try (LogLines log = new LogLines(SignInAgainResource.class.getName())) {
      visitor
          .get(BACK)
          .then()
          .statusCode(403)
          .body(
              allOf(
                  containsString("This was no fresh sign-in"),
                  containsString("you last signed in 1 hour ago"),
                  containsString("tell the people who run this portal"),
                  containsString("href=\"" + AGAIN + "\">")));
      visitor
          .get(BACK, "Accept", "application/json")
          .then()
          .statusCode(403)
          .body("type", equalTo(Visitor.PORTAL + "/docs/problems/sign-in-not-fresh"))
          .body("signIn", equalTo(AGAIN));
      assertTrue(
          log.contain("an auth_time of " + Instant.ofEpochSecond(old)), log.all().toString());
    }
    assertEquals(403, publish(formToken()).statusCode());
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
    signIn(ago(HOUR));
    comeBack(leave(), new JsonObject(claim).getValue("auth_time"));
    try (LogLines log = new LogLines(SignInAgainResource.class.getName())) {
      visitor
          .get(BACK)
          .then()
          .statusCode(403)
          .body(containsString("does not say when you signed in"));
      assertTrue(log.contain("auth_time"));
    }
    assertEquals("Sign in again to publish", visitor.get(PAGE).asString());
    assertEquals(403, publish(formToken()).statusCode());
    assertEquals(List.of(), Weighty.DONE);
  }

  @Test
  void aNumberThatOverflowsIsNoTime() {
    // 2^64 and a fresh time, for which JsonWebToken gives the fresh time.
    signIn(BigInteger.TWO.pow(64).add(BigInteger.valueOf(ago(1))));
    assertEquals("Sign in again to publish", visitor.get(PAGE).asString());
  }

  @Test
  void aFreshSignInIsKept() {
    signIn(ago(60));
    String session = visitor.cookies().get("q_session");
    assertEquals(PAGE, local(visitor.get(AGAIN, "Sec-Fetch-Site", "same-origin")));
    assertEquals(session, visitor.cookies().get("q_session"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void anotherSiteEndsNoSession(String site) {
    signIn(ago(HOUR));
    assertEquals(PAGE, local(visitor.get(AGAIN, "Sec-Fetch-Site", site)));
    assertEquals(200, visitor.get("/app").statusCode());
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
    signIn(ago(HOUR));
    Response dropped = visitor.get("/app/sign-in-again?to=" + to);
    assertEquals("/app/signed-in-again?to=%2Fapp", local(dropped));
    String back = "/app/signed-in-again?to=" + to;
    assertEquals(back, comeBack(visitor.get(back), ago(1)));
    assertEquals("/app", local(visitor.get(back)));
    assertEquals("/app", local(visitor.get("/app/sign-in-again?to=" + to)));
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
    signIn(ago(HOUR));
    publish(formToken(), referer)
        .then()
        .statusCode(403)
        .body(containsString("href=\"/app/sign-in-again?to=%2Fapp\""));
  }

  @Test
  void aForgedReturnOpensNothing() {
    signIn(ago(HOUR));
    Response challenge = leave();
    Visitor other = new Visitor();
    String foreign = Visitor.query(URI.create(other.get(BACK).header("Location"))).get("state");
    String code =
        issuer.code(issuer.claims("people").put("aud", "portico").put("auth_time", ago(1)));
    for (String forged : List.of("&state=" + foreign, "&state=none", "")) {
      Response landed = visitor.get("/app/signed-in?code=" + code + forged);
      assertFalse(visitor.cookies().containsKey("q_session"), forged);
      assertNotEquals(200, landed.statusCode(), forged);
    }
    // The right state and a code of somebody else's sign-in, whose nonce is another.
    String state = Visitor.query(URI.create(challenge.header("Location"))).get("state");
    visitor.get("/app/signed-in?code=" + code + "&state=" + state).then().statusCode(401);
    assertFalse(visitor.cookies().containsKey("q_session"));
    assertEquals(302, visitor.get(PAGE).statusCode());
  }

  @Test
  void inAFrameTheSignInOpensInATab() {
    signIn(ago(HOUR));
    visitor
        .get(AGAIN, "Sec-Fetch-Dest", "iframe", "Sec-Fetch-Mode", "navigate")
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("data-framed=\"true\""),
                containsString("href=\"" + AGAIN + "\" target=\"_blank\" rel=\"opener\""),
                containsString("href=\"/app/weighty?of=orders\"")));
    assertEquals(200, visitor.get("/app").statusCode());
  }

  @Test
  void aStrangerSignsInAsUsual() {
    Response challenge = visitor.get(AGAIN);
    challenge.then().statusCode(302).header("Location", not(containsString("prompt=")));
    assertEquals(AGAIN, comeBack(challenge, ago(1)));
    visitor.get(AGAIN).then().header("Location", equalTo(Visitor.PORTAL + PAGE));
  }

  @Test
  void aRefusalIsRecorded() {
    signIn(ago(HOUR));
    String formToken = formToken();
    try (LogLines log = new LogLines("portico.audit")) {
      publish(formToken);
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
