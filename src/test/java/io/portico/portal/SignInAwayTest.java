package io.portico.portal;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What strangers see while the identity provider is away. */
@QuarkusTest
@TestProfile(SignInAwayTest.WithoutProvider.class)
class SignInAwayTest {
  public static class WithoutProvider implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.oidc.auth-server-url", "http://127.0.0.1:1/nobody");
    }
  }

  @Test
  void aPageSaysSo() {
    new Visitor()
        .get("/app")
        .then()
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .body(containsString("Nobody can sign in at the moment"))
        .body(containsString("Reference:"));
  }

  @Test
  void aScriptIsToldTheType() {
    given()
        .redirects()
        .follow(false)
        .header("Host", Visitor.PORTAL.substring("http://".length()))
        .accept(ContentType.JSON)
        .get("http://127.0.0.1:8081/app")
        .then()
        .statusCode(503)
        .header("Retry-After", equalTo("30"))
        .body("type", equalTo(Visitor.PORTAL + "/docs/problems/sign-in-away"))
        .body("reference", matchesPattern("[2-9B-Z]{8}"));
  }

  @Test
  void whatNeedsNoSignInGoesOn() {
    new Visitor().get("/signed-out").then().statusCode(200);
  }
}
