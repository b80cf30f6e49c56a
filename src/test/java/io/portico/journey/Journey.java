package io.portico.journey;

import com.microsoft.playwright.Page;
import io.portico.testsupport.Browser;
import io.portico.testsupport.Visitor;
import java.net.URI;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The browser of a class of journeys, opened by the first of them. */
final class Journey implements AfterAllCallback {
  private Browser browser;

  /** A page of somebody who has not been here. */
  Page page() {
    if (browser == null) {
      browser = new Browser();
    }
    return browser.newPage();
  }

  /** A page of somebody who followed a link into the portal, and signed in on the way. */
  Page signedIn(String person, String link) {
    Page page = page();
    signIn(page, person, link);
    return page;
  }

  static void signIn(Page page, String person, String link) {
    page.navigate(URI.create(Visitor.PORTAL).resolve(link).toString());
    Named.button(page, person).click();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (browser != null) {
      browser.close();
    }
  }
}
