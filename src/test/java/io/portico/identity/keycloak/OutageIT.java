package io.portico.identity.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.Eventually;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keycloak stops and comes back, and the portal is not started again. */
@Tag("keycloak")
@ExtendWith(OneCompany.class)
class OutageIT {
  private final Company company;

  OutageIT(Company company) {
    this.company = company;
  }

  private static String token() {
    return TokenEndpoint.accessTokenOf("nightly-training", "nightly-training-secret");
  }

  private PlainBrowser signedInForSeconds(String person) {
    Duration before = company.admin().lifeOfTokens();
    company.admin().letTokensLive("portico", Duration.ofSeconds(4));
    try {
      return company.signedIn(person);
    } finally {
      company.admin().letTokensLive("portico", before);
    }
  }

  private static PlainBrowser.Page home(PlainBrowser browser) {
    return browser.step(Company.HOME);
  }

  private static void assertSaysSo(PlainBrowser.Page page) {
    assertEquals(503, page.status(), page::text);
    assertTrue(page.shows("Nobody can sign in at the moment"), page::text);
  }

  @Test
  @Holds({Promise.PROVIDERS_MAY_CHANGE, Promise.OUTAGES_ARE_BORNE})
  void whoIsSignedInGoesOnAndOthersAreToldUntilItIsBack() throws Exception {
    PlainBrowser signedIn = company.signedIn("lead");
    PlainBrowser ending = signedInForSeconds("editor");
    String token = token();

    company.keycloak().close();
    try {
      assertEquals(200, home(signedIn).status());
      assertEquals(200, company.experiments("churn", token).status());
      Eventually.equal(503, () -> home(new PlainBrowser()).status());
      assertSaysSo(home(new PlainBrowser()));
      Eventually.equal(503, () -> home(ending).status());
      assertSaysSo(home(ending));
    } finally {
      company.keycloak().start();
    }

    Eventually.equal(200, () -> home(ending).status());
    assertEquals(200, home(signedIn).status());
    Eventually.equal(302, () -> home(new PlainBrowser()).status());
    company.signedIn("scientist");
    Eventually.equal(200, () -> company.experiments("churn", token()).status());
  }
}
