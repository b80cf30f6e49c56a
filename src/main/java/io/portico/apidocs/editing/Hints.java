package io.portico.apidocs.editing;

import io.portico.apidocs.Reach;
import io.quarkus.qute.TemplateExtension;

/** Where readers will find what is written. */
@TemplateExtension
final class Hints {
  private Hints() {}

  static String hint(Reach reach) {
    return switch (reach) {
      case DEFINITION -> "in OpenAPI 3.0 and Swagger 2.0";
      case OPENAPI_3 -> "in OpenAPI 3.0; in Swagger 2.0 only in API Gateway's extension";
      case EXTENSION -> "only in API Gateway's extension";
      case UNSETTLED -> "in API Gateway's extension; AWS does not say whether elsewhere";
    };
  }
}
