package io.portico.sandbox.apigateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The one kind of patch that documentation takes: a new value for one path. */
final class Replacement {

  private Replacement() {}

  /**
   * The value that a request puts in the place of another; empty when it asks for no change.
   *
   * @param path the only path that can be replaced
   * @throws GatewayException when the request asks for any other change
   */
  static Optional<String> in(GatewayRequest request, String path) {
    Optional<String> value = Optional.empty();
    for (JsonNode operation : request.json().path("patchOperations")) {
      check(operation.path("op").asText(""), operation.path("path").asText(""), path);
      value = Optional.of(operation.path("value").asText(""));
    }
    return value;
  }

  /** The double space is AWS's own. */
  private static void check(String op, String path, String replaceable) {
    if (!path.equals(replaceable)) {
      throw GatewayException.badRequest(
          "Invalid patch path  '%s' specified for op '%s'. Must be one of: [%s]"
              .formatted(path, op, replaceable));
    }
    if (!op.equals("replace")) {
      throw GatewayException.badRequest(
          "Invalid patch path  '%s' specified for op '%s'. Please choose supported operations"
              .formatted(path, op));
    }
  }
}
