package io.portico.sandbox.mlflow;

import io.vertx.core.json.JsonObject;

/** One call of the REST API. */
@FunctionalInterface
interface Endpoint {
  JsonObject answer(Arguments arguments);
}
