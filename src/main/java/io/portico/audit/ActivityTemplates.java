package io.portico.audit;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page about what happened. */
@CheckedTemplate(basePath = "audit")
final class ActivityTemplates {
  private ActivityTemplates() {}

  static native TemplateInstance activity(ActivityPage page);
}
