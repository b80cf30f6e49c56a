package io.portico.sandbox.apigateway;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** How one version of OpenAPI writes what both versions can say. */
interface Dialect {

  /** Names the dialect; the first thing in the definition. */
  void open(ObjectNode root);

  /** Where the API is to be reached. */
  void address(ObjectNode root, String host, String stage);

  /** Says of a parameter or a header that it is a text. */
  void text(ObjectNode parameter);

  /** Says what a method takes. */
  void requestBody(ObjectNode operation, String model, Inlining.Entity documentation);

  /** Says what a response holds. */
  void responseBody(ObjectNode response, String model);

  /** Where the schemas of models go. */
  ObjectNode schemas(ObjectNode root);

  /** Adds what guards methods, under its name. */
  void authorizer(ObjectNode root, String name, String header);

  /** Where a model is found. */
  String reference(String model);

  /** A schema that is another model's. */
  default void refer(ObjectNode schema, String model) {
    schema.put("$ref", reference(model));
  }
}
