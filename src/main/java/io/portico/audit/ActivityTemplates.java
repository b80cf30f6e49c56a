package io.portico.audit;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The pages about what happened. */
@CheckedTemplate(basePath = "audit")
final class ActivityTemplates {
  private ActivityTemplates() {}

  static native TemplateInstance activity(ActivityPage page);

  /** The inside of the home page's card. */
  static native TemplateInstance lately(List<KeptActivity> records);

  /** In its place while the database is away. */
  static native TemplateInstance latelyUnknown();
}
