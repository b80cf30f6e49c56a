package io.portico.sandbox.apigateway;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The calls that the sandbox knows. */
final class Operations {
  private final List<Operation> table = new ArrayList<>();

  /**
   * Adds a call.
   *
   * @param route method and path, as in {@code GET /restapis/*}
   */
  Operations add(String name, String route, Function<GatewayRequest, GatewayReply> answer) {
    String[] parts = route.split(" /", 2);
    table.add(new Operation(name, parts[0], List.of(parts[1].split("/")), answer));
    return this;
  }

  Operation find(GatewayRequest request) {
    return table.stream()
        .filter(operation -> operation.matches(request))
        .findFirst()
        .orElseThrow(
            () ->
                GatewayException.unknownOperation(
                    request.method() + " /" + String.join("/", request.path())));
  }
}
