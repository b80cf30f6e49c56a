package io.portico.agents;

import io.portico.apidocs.openapi.Node;
import io.portico.apidocs.openapi.OpenApiFile;
import io.vertx.core.json.JsonObject;

/** OpenAPI files for tests. */
final class TestApis {
  private TestApis() {}

  static OpenApi api(String json) {
    return OpenApi.of(OpenApiFile.read(json));
  }

  /** A GET of a path that says nothing. */
  static Node get(String path) {
    String file =
        new JsonObject()
            .put("openapi", "3.0.1")
            .put("paths", new JsonObject().put(path, new JsonObject().put("get", new JsonObject())))
            .encode();
    return api(file).operations().get(0).node();
  }
}
