package io.portico.sandbox.apigateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;

/**
 * What a call is answered when it succeeds.
 *
 * @param status the HTTP status
 * @param headers content type among them
 * @param body the text, sent as UTF-8
 */
public record GatewayReply(int status, Map<String, String> headers, String body) {

  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

  static GatewayReply ok(JsonNode body) {
    return new GatewayReply(200, JSON, body.toString());
  }

  static GatewayReply created(JsonNode body) {
    return new GatewayReply(201, JSON, body.toString());
  }

  /** What deletions are answered: they succeed later, as far as AWS promises. */
  static GatewayReply accepted() {
    return new GatewayReply(202, JSON, JsonNodeFactory.instance.objectNode().toString());
  }
}
