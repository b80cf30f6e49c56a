package io.portico.sandbox.mlflow;

import io.vertx.core.http.HttpMethod;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The calls of the REST API by method and path. */
final class Endpoints {
  private record Key(HttpMethod method, String path) {}

  private final Map<Key, Endpoint> table = new HashMap<>();

  Endpoints get(String path, Endpoint endpoint) {
    return add(HttpMethod.GET, path, endpoint);
  }

  Endpoints post(String path, Endpoint endpoint) {
    return add(HttpMethod.POST, path, endpoint);
  }

  private Endpoints add(HttpMethod method, String path, Endpoint endpoint) {
    table.put(new Key(method, path), endpoint);
    return this;
  }

  Optional<Endpoint> find(HttpMethod method, String path) {
    return Optional.ofNullable(table.get(new Key(method, path)));
  }
}
