package io.portico.sandbox.apigateway;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One call of the API.
 *
 * @param name AWS's name for it
 * @param method the HTTP method
 * @param path the segments; an asterisk is any
 * @param answer what it does
 */
record Operation(
    String name, String method, List<String> path, Function<GatewayRequest, GatewayReply> answer) {

  boolean matches(GatewayRequest request) {
    return method.equals(request.method())
        && path.size() == request.path().size()
        && IntStream.range(0, path.size())
            .allMatch(i -> path.get(i).equals("*") || path.get(i).equals(request.path().get(i)));
  }
}
