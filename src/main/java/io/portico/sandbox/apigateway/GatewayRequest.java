package io.portico.sandbox.apigateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request of a known caller.
 *
 * @param method the HTTP method
 * @param path the segments of the path, each decoded
 * @param query the parameters, decoded; the first value of each
 * @param accept the media type wanted; empty when the client did not say
 * @param body the text sent; may be empty
 */
public record GatewayRequest(
    String method, List<String> path, Map<String, String> query, String accept, String body) {

  Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
  }

  boolean flag(String name) {
    return parameter(name).filter("true"::equals).isPresent();
  }

  /** The body, which must be a JSON object. */
  JsonNode json() {
    try {
      JsonNode json = Notation.JSON.mapper().readTree(body);
      if (json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException malformed) {
      // Told below, as any other body that is no object.
    }
    throw GatewayException.badRequest("Invalid request body: it must be a JSON object.");
  }
}
