package io.portico.apidocs.publishing;

import io.portico.apidocs.DocumentationVersion;
import io.portico.apidocs.RestApi;
import io.portico.apidocs.Stage;

/** What is to be had of stages while API Gateway writes no exports. */
final class UnreadableExports extends StageExports {
  UnreadableExports() {
    super(null, null, null, null);
  }

  @Override
  boolean takeIn(RestApi api, Stage stage, DocumentationVersion version) {
    return false;
  }
}
