package io.portico.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The pages every feature shares. */
@CheckedTemplate(basePath = "portal")
final class PortalTemplates {
  private PortalTemplates() {}

  static native TemplateInstance home(List<HomeCard.Content> cards);

  static native TemplateInstance error(ErrorPage error);

  static native TemplateInstance signIn(SignInPage page);

  static native TemplateInstance signedOut();
}
