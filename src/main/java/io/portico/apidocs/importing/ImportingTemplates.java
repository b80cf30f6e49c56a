package io.portico.apidocs.importing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages by which documentation gets in and out in one piece. */
@CheckedTemplate(basePath = "apidocs")
final class ImportingTemplates {
  private ImportingTemplates() {}

  static native TemplateInstance export(ExportPage page);
}
