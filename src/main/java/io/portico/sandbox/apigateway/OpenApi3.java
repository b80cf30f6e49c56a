package io.portico.sandbox.apigateway;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** OpenAPI 3.0.1, which exports call {@code oas30}. */
final class OpenApi3 implements Dialect {
  private static final String MEDIA_TYPE = "application/json";

  @Override
  public void open(ObjectNode root) {
    root.put("openapi", "3.0.1");
  }

  @Override
  public void address(ObjectNode root, String host, String stage) {
    ObjectNode server = root.putArray("servers").addObject();
    server.put("url", "https://" + host + "/{basePath}");
    server.putObject("variables").putObject("basePath").put("default", stage);
  }

  @Override
  public void text(ObjectNode parameter) {
    parameter.putObject("schema").put("type", "string");
  }

  @Override
  public void requestBody(ObjectNode operation, String model, Inlining.Entity documentation) {
    ObjectNode body = operation.putObject("requestBody");
    documentation.inline(body);
    putContent(body, model);
    body.put("required", true);
  }

  @Override
  public void responseBody(ObjectNode response, String model) {
    putContent(response, model);
  }

  private void putContent(ObjectNode message, String model) {
    refer(message.putObject("content").putObject(MEDIA_TYPE).putObject("schema"), model);
  }

  @Override
  public ObjectNode schemas(ObjectNode root) {
    return root.withObject("/components").withObject("/schemas");
  }

  @Override
  public void authorizer(ObjectNode root, String name, String header) {
    root.withObject("/components")
        .withObject("/securitySchemes")
        .putObject(name)
        .put("type", "apiKey")
        .put("name", header)
        .put("in", "header");
  }

  @Override
  public String reference(String model) {
    return "#/components/schemas/" + model;
  }
}
