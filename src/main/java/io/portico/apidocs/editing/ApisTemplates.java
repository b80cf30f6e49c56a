package io.portico.apidocs.editing;

import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.Branch;
import io.portico.apidocs.Draft;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Optional;

/** The pages about the documentation of APIs. */
@CheckedTemplate(basePath = "apidocs")
final class ApisTemplates {
  private ApisTemplates() {}

  /** The card on the home page; empty if API Gateway does not answer. */
  static native TemplateInstance card(Optional<List<ApiAccess>> apis);

  /** All APIs of a person. */
  static native TemplateInstance catalogue(List<ApiAccess> apis);

  /** How an API is doing, loaded after the row it stands in. */
  static native TemplateInstance summary(Draft draft);

  /** The tree of an API alone, after something in it has changed. */
  static native TemplateInstance entries(ContentsPage page);

  /** What is inside a resource, when it is opened. */
  static native TemplateInstance inside(Branch resource, String api);

  /** Which operations agents understand. */
  static native TemplateInstance agents(AgentsPage page);

  /** An API, opened; empty beside its contents if no place of it is. */
  static native TemplateInstance contents(ContentsPage page, Optional<RawString> part);
}
