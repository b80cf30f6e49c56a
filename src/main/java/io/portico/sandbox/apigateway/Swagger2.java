package io.portico.sandbox.apigateway;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Swagger 2.0, which exports call {@code swagger}. */
final class Swagger2 implements Dialect {

  @Override
  public void open(ObjectNode root) {
    root.put("swagger", "2.0");
  }

  @Override
  public void address(ObjectNode root, String host, String stage) {
    root.put("host", host).put("basePath", "/" + stage);
    root.putArray("schemes").add("https");
  }

  @Override
  public void text(ObjectNode parameter) {
    parameter.put("type", "string");
  }

  /** AWS leaves the body's documentation out here, and only here. */
  @Override
  public void requestBody(ObjectNode operation, String model, Inlining.Entity documentation) {
    operation.putArray("consumes").add("application/json");
    ObjectNode body =
        operation
            .withArray("/parameters")
            .addObject()
            .put("in", "body")
            .put("name", model)
            .put("required", true);
    refer(body.putObject("schema"), model);
  }

  @Override
  public void responseBody(ObjectNode response, String model) {
    refer(response.putObject("schema"), model);
  }

  @Override
  public ObjectNode schemas(ObjectNode root) {
    return root.withObject("/definitions");
  }

  @Override
  public void authorizer(ObjectNode root, String name, String header) {
    root.withObject("/securityDefinitions")
        .putObject(name)
        .put("type", "apiKey")
        .put("name", header)
        .put("in", "header");
  }

  @Override
  public String reference(String model) {
    return "#/definitions/" + model;
  }
}
