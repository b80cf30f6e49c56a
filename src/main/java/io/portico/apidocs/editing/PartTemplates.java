package io.portico.apidocs.editing;

import io.portico.apidocs.ApiAccess;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.Optional;

/** What stands beside the contents of an API. */
@CheckedTemplate(basePath = "apidocs")
final class PartTemplates {
  private PartTemplates() {}

  /** The editor of one place. */
  static native TemplateInstance part(PartPage page);

  /** The way to any place, also to what the API does not have. */
  static native TemplateInstance elsewhere(Elsewhere form);

  /** The question before the end of a part. */
  static native TemplateInstance partDeletion(PartPage page);

  /** What is wrong with some JSON; empty if nothing is. */
  static native TemplateInstance partCheck(Optional<Mistake> mistake);

  /** Any of these without the contents, while those are not known. */
  static native TemplateInstance partAlone(ApiAccess access, RawString part);
}
