package io.portico.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.testsupport.RawHttp;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The cookies of the sign-in where the portal is https, as behind a load balancer. */
@QuarkusTest
@TestProfile(HostCookiesTest.Https.class)
class HostCookiesTest {

  /** A portal whose origin is https. */
  public static class Https implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "portico.portal.origin", "https://portal.example.com",
          "portico.mlflow.origin", "https://mlflow-portal.example.com",
          "quarkus.oidc.authentication.cookie-force-secure", "true",
          "quarkus.oidc.authentication.force-redirect-https-scheme", "true");
    }
  }

  private static RawHttp.Response get(String path, String cookies) throws IOException {
    return RawHttp.send(
        8081,
        "GET " + path + " HTTP/1.1",
        "Host: portal.example.com",
        "Accept: text/html",
        "Cookie: " + cookies);
  }

  private static List<String> set(RawHttp.Response response) {
    return response.headers().stream()
        .filter(header -> header.getKey().equalsIgnoreCase("Set-Cookie"))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static String pairs(List<String> cookies) {
    return cookies.stream().map(cookie -> cookie.split(";")[0]).collect(Collectors.joining("; "));
  }

  private static List<String> signIn() throws IOException {
    RawHttp.Response challenge = get("/app", "none=1");
    URI authorize = URI.create(challenge.header("Location").orElseThrow());
    Map<String, String> query = Visitor.query(authorize);
    assertEquals("https://portal.example.com/app/signed-in", query.get("redirect_uri"));
    String back =
        RestAssured.given()
            .redirects()
            .follow(false)
            .formParam("predefined", "scientist")
            .formParam("redirect_uri", query.get("redirect_uri") + "?state=" + query.get("state"))
            .formParam("response_type", "code")
            .formParam("client_id", query.get("client_id"))
            .formParam("scope", query.get("scope"))
            .post(authorize.resolve("login"))
            .header("Location");
    return set(get(back.substring("https://portal.example.com".length()), pairs(set(challenge))));
  }

  @Test
  void everyCookieOfTheSignInBearsThePrefixAndWhatItTakes() throws IOException {
    for (List<String> cookies : List.of(set(get("/app", "none=1")), signIn())) {
      List<String> ofSignIn = cookies.stream().filter(c -> c.contains("q_")).toList();
      assertFalse(ofSignIn.isEmpty());
      for (String cookie : ofSignIn) {
        assertTrue(
            cookie.startsWith("__Host-q_")
                && cookie.contains("; Secure")
                && cookie.contains("Path=/")
                && !cookie.contains("Domain"),
            cookie);
      }
    }
  }

  @Test
  void everyCookieStaysOnItsSite() throws IOException {
    List<String> session = signIn();
    List<String> cookies =
        Stream.concat(session.stream(), set(get("/app", pairs(session))).stream()).toList();
    assertTrue(cookies.stream().anyMatch(cookie -> cookie.startsWith("portico-csrf=")));
    assertEquals(
        List.of(),
        cookies.stream()
            .filter(cookie -> !cookie.contains("Max-Age=0;"))
            .filter(cookie -> !cookie.contains("; SameSite=Lax"))
            .toList());
  }

  @Test
  void aSessionSetByAnotherHostIsNone() throws IOException {
    String session = pairs(signIn());
    assertEquals(200, get("/app", session).status());
    assertEquals(302, get("/app", session.replace("__Host-", "")).status());
    assertEquals(200, get("/app", "q_session=planted; " + session).status());
  }

  @Test
  void theNamesAreTranslatedBothWays() {
    assertEquals(
        "a=1; q_session=x|y==; __Host-portico-csrf=t",
        HostCookies.incoming(
            "a=1; q_session=planted;__Host-q_session=x|y==; __Host-portico-csrf=t"));
    assertEquals("__Host-q_session=; Path=/; Secure", HostCookies.outgoing("q_session=; Path=/"));
    assertEquals("__Host-q_a=b; Secure", HostCookies.outgoing("q_a=b; Secure"));
  }
}
