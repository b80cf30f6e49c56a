package io.portico.identity.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.Eventually;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keycloak signs with a new key, and soon with another: the portal learns both by itself. */
@Tag("keycloak")
@ExtendWith(OneCompany.class)
class KeyRotationIT {
  private final Company company;

  KeyRotationIT(Company company) {
    this.company = company;
  }

  private static String token() {
    return TokenEndpoint.accessTokenOf("nightly-training", "nightly-training-secret");
  }

  private static String keyOf(String token) {
    return new JsonObject(Buffer.buffer(Base64.getUrlDecoder().decode(token.split("\\.")[0])))
        .getString("kid");
  }

  private int signsIn(String person) {
    PlainBrowser browser = new PlainBrowser();
    return browser
        .submit(browser.open(Company.HOME), Company.LOGIN, Company.password(person))
        .status();
  }

  @RepeatedTest(2)
  @Holds(Promise.PROVIDERS_MAY_CHANGE)
  void newTokensAreGoodAndOldSessionsGoOn() {
    PlainBrowser oldSession = company.signedIn("lead");
    String oldToken = token();
    String key = company.admin().rotateKeys();

    String newToken = token();
    assertEquals(key, keyOf(newToken));
    Eventually.equal(200, () -> company.experiments("churn", newToken).status());
    Eventually.equal(200, () -> signsIn("scientist"));

    assertEquals(200, company.experiments("churn", oldToken).status());
    assertEquals(200, oldSession.step(Company.HOME).status());
  }
}
