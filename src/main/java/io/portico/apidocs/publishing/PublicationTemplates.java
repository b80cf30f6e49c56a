package io.portico.apidocs.publishing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages by which versions get to stages. */
@CheckedTemplate(basePath = "apidocs")
final class PublicationTemplates {
  private PublicationTemplates() {}

  /** The form. */
  static native TemplateInstance publish(PublishPage page);

  /** What waits for its confirmation. */
  static native TemplateInstance publicationPlan(PublicationPlan page);

  /** One that was confirmed. */
  static native TemplateInstance publication(PublicationPage page);

  /** How far it is. */
  static native TemplateInstance publicationProgress(PublicationPage page);

  /** All that were confirmed. */
  static native TemplateInstance publications(PublicationsPage page);
}
