package io.portico.identity.keycloak;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.Browser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What only a real browser enforces: policies of pages and sites of cookies, on the whole way. */
@Tag("keycloak")
@ExtendWith(OneCompany.class)
class BrowserIT {
  private static final String PAGE = Company.PORTAL + "/app/mlflow/churn#/experiments/1";

  BrowserIT(Company company) {
    // Needs no more than that it is there.
  }

  private static void fillIn(Page page, String person) {
    page.locator("#username").fill(person);
    page.locator("#password").fill(person);
    page.locator("#kc-login").click();
  }

  @Test
  @Holds({Promise.SIGN_IN_RETURNS_HERE, Promise.SIGN_OUT_ENDS_ALL, Promise.PROVIDERS_MAY_CHANGE})
  void aPersonIsLedInAndBackAndOut() {
    try (Browser browser = new Browser()) {
      Page page = browser.newPage();
      page.navigate(PAGE);
      fillIn(page, "scientist");
      assertThat(page).hasURL(PAGE);

      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out")).click();
      assertThat(page).hasURL(Company.PORTAL + "/signed-out");
      page.navigate(Company.HOME);
      assertThat(page.locator("#password")).isVisible();
    }
  }
}
