package io.portico.identity.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.Visitor;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The authorization code flow with PKCE, and what becomes of a person's groups. */
@Tag("keycloak")
@ExtendWith(OneCompany.class)
class SignInIT {
  private static final String REDIRECT = Company.PORTAL + "/app/signed-in";
  private static final Map<String, String> CLIENT =
      Map.of("client_id", "portico", "client_secret", "portico-client-secret");

  private final Company company;
  private final PlainBrowser browser = new PlainBrowser();

  SignInIT(Company company) {
    this.company = company;
  }

  @ParameterizedTest
  @CsvSource({
    "/app/tokens, scientist, Sam Scientist",
    "/app/apis/ordersapi1?view=all&of=%2Forders%20and%20more, editor, Eddie Editor"
  })
  @Holds({Promise.SIGN_IN_RETURNS_HERE, Promise.PROVIDERS_MAY_CHANGE})
  void oneLandsWhereOneWantedToGo(String path, String person, String name) {
    PlainBrowser.Page login = browser.open(Company.PORTAL + path);
    assertTrue(login.standsAt(Keycloak.ISSUER), () -> login.address().toString());
    PlainBrowser.Page landed = browser.submit(login, Company.LOGIN, Company.password(person));
    assertEquals(Company.PORTAL + path, landed.address().toString());
    assertEquals(200, landed.status());
    assertTrue(landed.shows(name), landed::text);
  }

  @ParameterizedTest
  @CsvSource({
    // name, churn, forecasting, orders to edit, everybody's activity
    "scientist, 200, 200, 404, false",
    "lead, 200, 200, 200, false",
    "editor, 404, 404, 200, false",
    "publisher, 404, 404, 200, true"
  })
  @Holds({Promise.PROVIDERS_MAY_CHANGE, Promise.UNSEEN_IS_ABSENT})
  void groupsOpenWhatTheyShould(
      String person, int churn, int forecasting, int orders, boolean everybody) {
    PlainBrowser signedIn = company.signedIn(person);
    assertEquals(churn, signedIn.step(Company.PORTAL + "/app/mlflow/churn").status());
    assertEquals(forecasting, signedIn.step(Company.PORTAL + "/app/mlflow/forecasting").status());
    assertEquals(orders, signedIn.step(Company.PORTAL + "/app/apis/ordersapi1").status());
    assertEquals(
        everybody, signedIn.step(Company.PORTAL + "/app/activity").shows("name=\"whose\""));
  }

  @Test
  @Holds(Promise.PROVIDERS_MAY_CHANGE)
  void aCodeWithoutItsVerifierBuysNothing() {
    PlainBrowser.Page challenge = browser.step(Company.HOME);
    Map<String, String> asked = Visitor.query(challenge.next().orElseThrow());
    assertEquals("S256", asked.get("code_challenge_method"));
    assertEquals(43, asked.get("code_challenge").length(), "of a SHA-256, RFC 7636, 4.2");
    assertFalse(asked.get("nonce").isBlank());

    PlainBrowser.Page login = browser.open(challenge.next().orElseThrow().toString());
    PlainBrowser.Page back = browser.send(login, Company.LOGIN, Company.password("lead"));
    String code = Visitor.query(back.next().orElseThrow()).get("code");
    TokenEndpoint.Answer answer = TokenEndpoint.redeem(code, REDIRECT, CLIENT);
    assertEquals(400, answer.status());
    assertEquals("invalid_grant", answer.text("error"));
    assertTrue(answer.text("error_description").contains("PKCE"), answer.json()::encode);
  }

  @ParameterizedTest
  @CsvSource({"plain, 0123456789012345678901234567890123456789abc", ", "})
  @Holds(Promise.PROVIDERS_MAY_CHANGE)
  void theRealmStartsNoSignInWithoutS256(String method, String codeChallenge) {
    Map<String, String> query =
        new HashMap<>(
            Map.of(
                "client_id", "portico",
                "response_type", "code",
                "scope", "openid",
                "redirect_uri", REDIRECT));
    if (method != null) {
      query.put("code_challenge_method", method);
      query.put("code_challenge", codeChallenge);
    }
    URI refused =
        browser
            .step(Keycloak.ISSUER + "/protocol/openid-connect/auth?" + Form.encode(query))
            .next()
            .orElseThrow();
    assertTrue(refused.toString().startsWith(REDIRECT), refused::toString);
    assertEquals("invalid_request", Visitor.query(refused).get("error"));
  }
}
