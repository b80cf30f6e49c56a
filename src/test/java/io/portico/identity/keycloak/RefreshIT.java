package io.portico.identity.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.Eventually;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sessions whose tokens end after seconds. */
@Tag("keycloak")
@ExtendWith(OneCompany.class)
class RefreshIT {
  private static final String BACK_CHANNEL = "backchannel.logout.url";
  private static final String CHURN = Company.PORTAL + "/app/mlflow/churn";

  private final Company company;
  private Duration before;

  RefreshIT(Company company) {
    this.company = company;
  }

  @BeforeEach
  void tokensEndSoon() {
    before = company.admin().lifeOfTokens();
    company.admin().letTokensLive("portico", Duration.ofSeconds(4));
  }

  @AfterEach
  void tokensEndAsTheRealmSays() {
    company.admin().letTokensLive("portico", before);
  }

  @Test
  @Holds(Promise.REMOVED_GROUPS_END)
  void theRealmsTokensEndInTime() {
    assertTrue(before.compareTo(Duration.ofMinutes(15)) <= 0, before::toString);
  }

  @Test
  @Holds(Promise.PROVIDERS_MAY_CHANGE)
  void whoseTokenEndedGoesOnWithANewOne() {
    PlainBrowser browser = company.signedIn("lead");
    Eventually.equal(
        true,
        () -> {
          PlainBrowser.Page home = browser.step(Company.HOME);
          assertEquals(200, home.status());
          assertTrue(home.shows("Lee Lead"));
          return home.newCookies().stream().anyMatch(cookie -> cookie.startsWith("q_session"));
        });
    assertEquals(200, browser.step(Company.HOME).status());
  }

  @Test
  @Holds({Promise.REMOVED_GROUPS_END, Promise.UNSEEN_IS_ABSENT})
  void whoLeftAGroupLosesItsRightWithTheNextToken() {
    PlainBrowser browser = company.signedIn("scientist");
    assertEquals(200, browser.step(CHURN).status());
    company.admin().leave("scientist", "churn-team");
    try {
      Eventually.equal(404, () -> browser.step(CHURN).status());
      assertEquals(200, browser.step(Company.PORTAL + "/app/mlflow/forecasting").status());
    } finally {
      company.admin().join("scientist", "churn-team");
    }
  }

  @Test
  @Holds(Promise.SIGN_OUT_ENDS_ALL)
  void aSessionThatEndedUntoldEndsWithItsToken() {
    String address = company.admin().change("portico", BACK_CHANNEL, "");
    try {
      PlainBrowser browser = company.signedIn("publisher");
      company.admin().signOut("publisher");
      Eventually.equal(302, () -> browser.step(Company.HOME).status());
      PlainBrowser.Page login = browser.open(Company.HOME);
      assertTrue(login.standsAt(Keycloak.ISSUER) && login.shows("password"), login::text);
    } finally {
      company.admin().change("portico", BACK_CHANNEL, address);
    }
  }

  @Test
  @Holds(Promise.SIGN_OUT_ENDS_ALL)
  void whoSignsOutEndsTheCopiesOfTheSessionToo() {
    PlainBrowser browser = company.signedIn("editor");
    PlainBrowser copy = browser.copy();
    browser.submit(browser.step(Company.HOME), "/app/sign-out", Map.of());
    Eventually.equal(302, () -> copy.step(Company.HOME).status());
  }
}
