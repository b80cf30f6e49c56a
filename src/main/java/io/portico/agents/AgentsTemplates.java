package io.portico.agents;

import io.portico.portal.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Pages for people who come where programs read. */
@CheckedTemplate(basePath = "agents")
final class AgentsTemplates {
  private AgentsTemplates() {}

  static native TemplateInstance document(DocumentPage page, DocumentText text);

  static native TemplateInstance explorer(DocumentPage page);

  static native TemplateInstance problem(Problem problem);

  static native TemplateInstance problems(List<Problem> problems);
}
