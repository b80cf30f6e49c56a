package io.portico.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** What stands on a page, by its whole accessible name, as people and screen readers find it. */
final class Named {
  private Named() {}

  static Locator button(Page page, String name) {
    return exactly(page, AriaRole.BUTTON, name);
  }

  static Locator link(Page page, String name) {
    return exactly(page, AriaRole.LINK, name);
  }

  static Locator heading(Page page, String name) {
    return exactly(page, AriaRole.HEADING, name);
  }

  static Locator region(Page page, String name) {
    return exactly(page, AriaRole.REGION, name);
  }

  static Locator field(Page page, String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  private static Locator exactly(Page page, AriaRole role, String name) {
    return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
