package io.portico.apidocs.importing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages by which documentation gets in and out in one piece. */
@CheckedTemplate(basePath = "apidocs")
final class ImportingTemplates {
  private ImportingTemplates() {}

  static native TemplateInstance export(ExportPage page);

  /** The form, and the imports of before. */
  static native TemplateInstance imports(ImportPage page);

  /** The form of a replacement. */
  static native TemplateInstance replace(ReplacePage page);

  /** A dry run. */
  static native TemplateInstance plan(PlanPage page);

  /** An import that was confirmed. */
  static native TemplateInstance importing(RunPage page);

  /** How far it is. */
  static native TemplateInstance progress(RunPage page);
}
