package io.portico.apidocs.preview;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page that shows a draft as its readers would see it. */
@CheckedTemplate(basePath = "apidocs")
final class PreviewTemplates {
  private PreviewTemplates() {}

  static native TemplateInstance preview(PreviewPage page);
}
