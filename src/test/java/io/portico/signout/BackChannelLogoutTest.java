package io.portico.signout;

import static io.portico.signout.Provider.REALM;
import static io.portico.signout.Provider.assertEnded;
import static io.portico.signout.Provider.isIn;
import static io.portico.signout.Provider.tell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.Eventually;
import io.portico.testsupport.LogLines;
import io.portico.testsupport.TestIssuer;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is over for people when their provider says that it is. */
@QuarkusTest
@TestProfile(Provider.OneCompany.class)
class BackChannelLogoutTest {
  @Inject Provider provider;
  @Inject TestIssuer issuer;

  @Test
  @Holds(Promise.ENDED_ELSEWHERE_ENDS_HERE)
  void theSessionEndsAtOnceAndNoOtherOfThePerson() throws IOException {
    Visitor ended = provider.signedIn();
    Visitor other = provider.signedIn("another-" + provider.session, null);
    assertEnded(provider.tell(provider.logout()));
    Response page = ended.get("/app");
    assertEquals(302, page.statusCode());
    assertTrue(page.header("Location").startsWith(issuer.address(REALM) + "/authorize?"));
    assertEquals(List.of(), sessionCookies(ended), "the browser forgets them");
    assertTrue(isIn(other));
  }

  private static List<String> sessionCookies(Visitor visitor) {
    return visitor.cookies().keySet().stream().filter(name -> name.contains("q_session")).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "/app, 302",
    "/app/apis, 302",
    "/app/tokens, 302",
    "/app/activity.csv, 302",
    "/app/mlflow/churn, 401",
    "/docs/ordersapi1/draft/nothing, 401"
  })
  @Holds(Promise.ENDED_ELSEWHERE_ENDS_HERE)
  void nothingIsServedToIt(String path, int status) throws IOException {
    Visitor visitor = provider.signedIn();
    int before = visitor.request().get("http://127.0.0.1:8081" + path).statusCode();
    assertTrue(before == 200 || before == 404, path + " " + before);
    assertEnded(provider.tell(provider.logout()));
    assertEquals(status, visitor.request().get("http://127.0.0.1:8081" + path).statusCode());
  }

  @Test
  @Holds({Promise.ENDED_ELSEWHERE_ENDS_HERE, Promise.NO_FORGED_WRITES})
  void nothingIsWrittenInItsName() throws IOException {
    Visitor visitor = provider.signedIn();
    Visitor witness = provider.signedIn("another-" + provider.session, null);
    assertEquals(422, visitor.submit("/app/tokens", "/app/tokens").statusCode());
    assertEnded(provider.tell(provider.logout()));
    assertEquals(
        401,
        visitor
            .request("Origin", Visitor.PORTAL, "HX-Request", "true")
            .contentType(ContentType.URLENC)
            .body("csrf-token=" + visitor.cookies().get("portico-csrf"))
            .post("http://127.0.0.1:8081/app/tokens")
            .statusCode());
    assertTrue(isIn(witness));
  }

  @Test
  @Holds(Promise.ENDED_ELSEWHERE_ENDS_HERE)
  void withoutASessionAllOfThePersonsEnd() throws IOException {
    long earlier = Instant.now().getEpochSecond() - 60;
    List<Visitor> all =
        List.of(provider.signedIn("one", earlier), provider.signedIn("two", earlier));
    JsonObject claims = provider.logout();
    claims.remove("sid");
    assertEnded(provider.tell(claims));
    assertFalse(all.stream().anyMatch(Provider::isIn));
    assertTrue(
        isIn(provider.signedIn("three", claims.getLong("iat") + 1)), "who signs in again is in");
  }

  @Test
  void theSessionAloneIsEnough() throws IOException {
    Visitor visitor = provider.signedIn();
    JsonObject claims = provider.logout();
    claims.remove("sub");
    assertEnded(provider.tell(claims));
    assertFalse(isIn(visitor));
  }

  @Test
  void whatIsToldTwiceIsDoneOnce() throws IOException {
    String token = issuer.token(provider.logout());
    try (LogLines trail = new LogLines("portico.audit")) {
      assertEnded(tell(token));
      assertEnded(tell(token));
      assertEquals(1, trail.all().size(), () -> trail.all().toString());
    }
    assertEquals(1, provider.rows());
  }

  /** OpenID Connect RP-Initiated Logout, which not every provider answers by a logout token. */
  @Test
  @Holds(Promise.SIGN_OUT_ENDS_ALL)
  void whoSignsOutHereEndsTheCopiesOfTheSession() {
    Visitor visitor = provider.signedIn();
    Visitor copy = new Visitor();
    copy.cookies().putAll(visitor.cookies());
    Visitor other = provider.signedIn("another-" + provider.session, null);
    try (LogLines trail = new LogLines("portico.audit")) {
      assertEquals(303, visitor.submit("/app", "/app/sign-out").statusCode());
      assertFalse(isIn(copy));
      assertTrue(isIn(other));
      Eventually.equal(1, provider::rows);
      assertEquals(1, trail.all().size(), () -> trail.all().toString());
    }
  }

  @Test
  void whoseSessionHasEndedSignsOutWithoutSigningIn() throws IOException {
    Visitor visitor = provider.signedIn();
    String token = visitor.cookies().get("portico-csrf");
    assertEnded(provider.tell(provider.logout()));
    Response out =
        visitor
            .request("Origin", Visitor.PORTAL)
            .contentType(ContentType.URLENC)
            .body("csrf-token=" + token)
            .post("http://127.0.0.1:8081/app/sign-out");
    assertEquals(303, out.statusCode());
    assertEquals(Visitor.PORTAL + "/signed-out", out.header("Location"));
  }

  @Test
  @Holds(Promise.EVERY_DEED_IS_RECORDED)
  void itStandsInThePersonsTrail() throws IOException {
    try (LogLines trail = new LogLines("portico.audit")) {
      assertEnded(provider.tell(provider.logout()));
      JsonObject line = new JsonObject(trail.all().get(0));
      assertEquals(
          List.of(
              "SIGN_OUT",
              "DONE",
              provider.subject,
              "identity provider",
              "back-channel",
              "one session"),
          Stream.of("action", "result", "subject", "name", "via", "detail")
              .map(line::getString)
              .toList());
    }
  }
}
