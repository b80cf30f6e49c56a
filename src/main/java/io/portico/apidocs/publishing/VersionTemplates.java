package io.portico.apidocs.publishing;

import io.portico.apidocs.ApiAccess;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The pages about versions, what they change, and who did it. */
@CheckedTemplate(basePath = "apidocs")
final class VersionTemplates {
  private VersionTemplates() {}

  static native TemplateInstance versions(VersionsPage page);

  static native TemplateInstance version(VersionPage page);

  /** The question before a version is deleted. */
  static native TemplateInstance versionDeletion(VersionPage page);

  static native TemplateInstance compare(ComparePage page);

  /** A fragment of other pages. */
  static native TemplateInstance drift(ApiAccess access, List<StageDrift> stages);

  /** In its place while that is not to be had. */
  static native TemplateInstance driftUnknown();

  static native TemplateInstance apiActivity(HistoryPage page);
}
