package io.portico.apidocs;

import java.util.Locale;

/** What API Gateway writes into a document beside the API itself, when it is asked to. */
public enum ExportExtension {
  /** The documentation of the stage's version, in the definitions and whole. */
  DOCUMENTATION,
  INTEGRATIONS,
  AUTHORIZERS,
  /** All of API Gateway's own. */
  APIGATEWAY,
  POSTMAN;

  /** As API Gateway and forms spell it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
