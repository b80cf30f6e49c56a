package io.portico.apidocs.proposing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The pages about proposals. */
@CheckedTemplate(basePath = "apidocs")
final class ProposalTemplates {
  private ProposalTemplates() {}

  /** All of an API. */
  static native TemplateInstance proposals(ProposalsPage page);

  /** One of them. */
  static native TemplateInstance proposal(ProposalPage page);

  /** Where some wait, on the home page. */
  static native TemplateInstance proposalsCard(List<ProposalsCard.Waiting> waiting);
}
