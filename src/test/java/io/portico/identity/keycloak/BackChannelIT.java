package io.portico.identity.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.Eventually;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** OpenID Connect Back-Channel Logout, while ID tokens have minutes to live. */
@Tag("keycloak")
@ExtendWith(OneCompany.class)
class BackChannelIT {
  private final Company company;

  BackChannelIT(Company company) {
    this.company = company;
  }

  @Test
  @Holds({Promise.ENDED_ELSEWHERE_ENDS_HERE, Promise.PROVIDERS_MAY_CHANGE})
  void whomAnAdministratorSignsOutIsOutHere() {
    PlainBrowser browser = company.signedIn("publisher");
    company.admin().signOut("publisher");
    Eventually.equal(302, () -> browser.step(Company.HOME).status());
    PlainBrowser.Page login = browser.open(Company.HOME);
    assertTrue(login.standsAt(Keycloak.ISSUER) && login.shows("password"), login::text);
    assertEquals(200, company.signedIn("publisher").step(Company.HOME).status());
  }

  @Test
  @Holds(Promise.ENDED_ELSEWHERE_ENDS_HERE)
  void oneSessionEndsAndThePersonsOtherGoesOn() {
    PlainBrowser atHome = company.signedIn("lead");
    PlainBrowser atWork = company.signedIn("lead");
    company.admin().endNewestSession("lead");
    Eventually.equal(302, () -> atWork.step(Company.HOME).status());
    assertEquals(200, atHome.step(Company.HOME).status());
  }

  @Test
  @Holds(Promise.ENDED_ELSEWHERE_ENDS_HERE)
  void withoutASessionInItTheTokenEndsAllOfThePersons() {
    String before =
        company.admin().change("portico", "backchannel.logout.session.required", "false");
    try {
      PlainBrowser atHome = company.signedIn("editor");
      PlainBrowser atWork = company.signedIn("editor");
      company.admin().endNewestSession("editor");
      Eventually.equal(302, () -> atWork.step(Company.HOME).status());
      Eventually.equal(302, () -> atHome.step(Company.HOME).status());
    } finally {
      company.admin().change("portico", "backchannel.logout.session.required", before);
    }
  }
}
