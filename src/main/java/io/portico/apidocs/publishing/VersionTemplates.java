package io.portico.apidocs.publishing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages about versions, what they change, and who did it. */
@CheckedTemplate(basePath = "apidocs")
final class VersionTemplates {
  private VersionTemplates() {}

  static native TemplateInstance versions(VersionsPage page);

  static native TemplateInstance version(VersionPage page);

  /** The question before a version is deleted. */
  static native TemplateInstance versionDeletion(VersionPage page);
}
