package io.portico.identity.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** OpenID Connect RP-Initiated Logout. */
@Tag("keycloak")
@ExtendWith(OneCompany.class)
class SignOutIT {
  private final Company company;

  SignOutIT(Company company) {
    this.company = company;
  }

  @Test
  @Holds(Promise.SIGN_OUT_ENDS_ALL)
  void signingOutEndsTheSessionHereAndAtKeycloak() {
    PlainBrowser browser = company.signedIn("editor");
    int sessions = company.admin().sessionsOf("editor");
    PlainBrowser.Page home = browser.step(Company.HOME);
    String policy = home.response().header("Content-Security-Policy").orElseThrow();
    assertTrue(policy.matches(".*form-action 'self' [^;]*" + Keycloak.ADDRESS + "\\b.*"), policy);

    PlainBrowser.Page last = browser.submit(home, "/app/sign-out", Map.of());
    assertEquals(Company.PORTAL + "/signed-out", last.address().toString());
    assertTrue(last.shows("You are signed out"), last::text);
    assertEquals(sessions - 1, company.admin().sessionsOf("editor"));
    PlainBrowser.Page login = browser.open(Company.HOME);
    assertTrue(login.standsAt(Keycloak.ISSUER) && login.shows("password"), login::text);
  }
}
