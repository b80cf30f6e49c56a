package io.portico.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.testsupport.TestIssuer;
import io.portico.testsupport.Visitor;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with something weighty to do, of whose sign-ins a provider says what a test wants. */
final class Sam {
  static final String PAGE = "/app/weighty?of=orders";
  static final String AGAIN = "/app/sign-in-again?to=%2Fapp%2Fweighty%3Fof%3Dorders";
  static final String BACK = "/app/signed-in-again?to=%2Fapp%2Fweighty%3Fof%3Dorders";
  static final int HOUR = 3_600;

  private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");

  private final Visitor visitor = new Visitor();
  private final TestIssuer issuer;

  Sam(TestIssuer issuer) {
    this.issuer = issuer;
  }

  /** Seconds since 1970, some of them ago. */
  static Long ago(int seconds) {
    return Instant.now().getEpochSecond() - seconds;
  }

  static String local(Response redirect) {
    String location = redirect.header("Location");
    assertTrue(location.startsWith(Visitor.PORTAL + "/"), location);
    return location.substring(Visitor.PORTAL.length());
  }

  Response get(String path, String... headers) {
    return visitor.get(path, headers);
  }

  Map<String, String> cookies() {
    return visitor.cookies();
  }

  void signIn(Object authTime) {
    assertEquals("/app", comeBack(visitor.get("/app"), authTime));
  }

  /** Follows a link to a fresh sign-in up to the identity provider. */
  Response leave() {
    Response dropped = visitor.get(AGAIN, "Sec-Fetch-Site", "same-origin");
    assertEquals(303, dropped.statusCode());
    assertEquals(BACK, local(dropped));
    return visitor.get(BACK);
  }

  /** Comes back from the identity provider with an ID token, to where the portal sends one then. */
  String comeBack(Response challenge, Object authTime) {
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

  String formToken() {
    Matcher token = TOKEN.matcher(visitor.get("/app").asString());
    assertTrue(token.find());
    return token.group(1);
  }

  Response publish(String formToken) {
    return publish(formToken, Visitor.PORTAL + PAGE);
  }

  Response publish(String formToken, String referer) {
    return visitor
        .request("Origin", Visitor.PORTAL, "Referer", referer)
        .contentType(ContentType.URLENC)
        .body("note=typed+with+care&csrf-token=" + formToken)
        .post("http://127.0.0.1:8081/app/weighty");
  }
}
