package io.portico.portal;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.testsupport.TestIssuer;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A provider like Amazon Cognito: groups under a name with a colon, and a sign-out on another host,
 * with parameters of its own. Its metadata name another address, and what is configured wins.
 */
@QuarkusTest
@TestProfile(SignOutElsewhereTest.LikeCognito.class)
class SignOutElsewhereTest {
  private static final String SIGN_OUT = "https://portico.auth.eu-west-1.amazoncognito.com";

  @Inject TestIssuer issuer;

  public static class LikeCognito implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> config = new HashMap<>();
      config.put(
          "quarkus.oidc.auth-server-url", "http://127.0.0.1:${portico.test.issuer-port}/pool");
      config.put("quarkus.oidc.credentials.secret", "a-secret-of-this-test");
      config.put("quarkus.oidc.authentication.nonce-required", "true");
      config.put("quarkus.oidc.roles.role-claim-path", "\"cognito:groups\"");
      config.put("quarkus.oidc.end-session-path", SIGN_OUT + "/logout");
      config.put("quarkus.oidc.logout.post-logout-uri-param", "logout_uri");
      config.put("quarkus.oidc.logout.extra-params.client_id", "${quarkus.oidc.client-id}");
      return config;
    }
  }

  private Visitor signedIn() {
    Visitor visitor = new Visitor();
    Map<String, String> asked = Visitor.query(URI.create(visitor.get("/app").header("Location")));
    String code =
        issuer.code(
            issuer
                .claims("pool")
                .put("aud", "portico")
                .put("sub", "s-1")
                .put("cognito:groups", JsonArray.of("churn-team"))
                .put("nonce", asked.get("nonce")));
    Response landed = visitor.get("/app/signed-in?code=" + code + "&state=" + asked.get("state"));
    assertEquals(302, landed.statusCode(), landed.asString());
    return visitor;
  }

  @Test
  void groupsAreReadAndThePolicyLetsTheFormLeadThere() {
    signedIn()
        .get("/app")
        .then()
        .statusCode(200)
        .body(containsString("Customer churn"))
        .header("Content-Security-Policy", containsString(" " + SIGN_OUT + ";"));
  }

  @Test
  void theSignOutGoesWhereItIsConfigured() {
    signedIn()
        .submit("/app", "/app/sign-out")
        .then()
        .statusCode(303)
        .header(
            "Location",
            allOf(
                startsWith(SIGN_OUT + "/logout?"),
                containsString("&client_id=portico"),
                containsString("&logout_uri=http%3A%2F%2Fportico.localhost%3A8081%2Fsigned-out"),
                not(containsString("post_logout_redirect_uri"))));
  }
}
