package io.portico.mlflow.proxy;

/** What the table says about an MLflow endpoint. */
public record Endpoint(Access access, Content content) {}
