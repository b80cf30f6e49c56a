package io.portico.mlflow;

import java.net.URI;

/**
 * The two kinds of MLflow that SageMaker runs; they differ in everything a request is signed by.
 */
public enum ServerKind {
  TRACKING_SERVER(
      "mlflow-tracking-server",
      "sagemaker-mlflow",
      "x-mlflow-sm-tracking-server-arn",
      "https://%s.experiments.sagemaker.aws"),
  MLFLOW_APP(
      "mlflow-app", "sagemaker", "x-sm-mlflow-app-arn", "https://mlflow.sagemaker.%s.app.aws");

  private final String resourceType;
  private final String signingName;
  private final String arnHeader;
  private final String endpoint;

  ServerKind(String resourceType, String signingName, String arnHeader, String endpoint) {
    this.resourceType = resourceType;
    this.signingName = signingName;
    this.arnHeader = arnHeader;
    this.endpoint = endpoint;
  }

  String resourceType() {
    return resourceType;
  }

  /** The service's name in signatures. */
  public String signingName() {
    return signingName;
  }

  /** The header, in lower case, whose value chooses the server behind the shared endpoint. */
  public String arnHeader() {
    return arnHeader;
  }

  /** Where all servers of this kind in a region answer. */
  URI endpointIn(String region) {
    return URI.create(endpoint.formatted(region));
  }

  /** MLflow Apps are always on. */
  public boolean canStartAndStop() {
    return this == TRACKING_SERVER;
  }
}
