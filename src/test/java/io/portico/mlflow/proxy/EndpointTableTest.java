package io.portico.mlflow.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTableTest {
  private static final EndpointTable TABLE = EndpointTable.load();

  private static Optional<Endpoint> find(String method, String path) {
    return TABLE.find(method, RequestTarget.parse(path).target().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /, READ, SHELL",
    "HEAD, /, READ, SHELL",
    "GET, /static-files/static/js/main.1a2b.js, READ, STATIC",
    "GET, /get-artifact, READ, ARTIFACT",
    "POST, /graphql, GRAPHQL, API",
    "POST, /api/2.0/mlflow/runs/search, READ, API",
    "POST, /ajax-api/2.0/mlflow/runs/search, READ, API",
    "POST, /ajax-api/3.0/mlflow/traces/search, READ, API",
    "GET, /ajax-api/3.0/mlflow/traces/tr-1, READ, API",
    "POST, /api/2.0/mlflow/runs/update, WRITE, API",
    "POST, /api/2.0/mlflow/runs/delete, DELETE, API",
    "DELETE, /ajax-api/2.0/mlflow/registered-models/alias, ADMIN, API",
    "POST, /ajax-api/2.0/mlflow/model-versions/transition-stage, ADMIN, API",
    "GET, /api/2.0/mlflow-artifacts/artifacts, READ, API",
    "GET, /api/2.0/mlflow-artifacts/artifacts/1/run/artifacts/a%20b.txt, READ, ARTIFACT",
    "PUT, /api/2.0/mlflow-artifacts/artifacts/1/run/artifacts/model.pkl, WRITE, API",
    "DELETE, /api/2.0/mlflow-artifacts/artifacts/1/run, DELETE, API",
    "PATCH, /api/2.0/mlflow/logged-models/m-1/tags, WRITE, API",
    "POST, /v1/traces, WRITE, API",
    "POST, /api/2.0/mlflow/webhooks, NEVER, API",
    "POST, /ajax-api/2.0/mlflow/gateway-proxy, NEVER, API",
    "GET, /ajax-api/3.0/mlflow/gateway/supported-models, NEVER, API",
    "POST, /gateway/x/mlflow/invocations, NEVER, API",
    "POST, /ajax-api/3.0/jobs/search, NEVER, API",
    "POST, /ajax-api/3.0/mlflow/assistant/message, NEVER, API",
    "POST, /ajax-api/2.0/mlflow/runs/create-promptlab-run, NEVER, API",
    "POST, /ajax-api/3.0/mlflow/scorers/register, NEVER, API",
    "GET, /ajax-api/3.0/mlflow/issues/invoke, NEVER, API"
  })
  void everyKnownEndpointHasItsAccess(String method, String path, Access access, Content content) {
    assertEquals(Optional.of(new Endpoint(access, content)), find(method, path));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/2.0/mlflow/runs/update",
    "POST, /api/2.0/mlflow/runs/get",
    "GET, /api/2.0/mlflow/unheard-of",
    "GET, /API/2.0/mlflow/runs/get",
    "GET, /api/2.0/MLFLOW/runs/get",
    "GET, /api/1.2/mlflow/runs/get",
    "GET, /api/mlflow/runs/get",
    "GET, /~api/mlflow/runs/get",
    "GET, /api/2.0/mlflow/runs/get/",
    "GET, /api/2.0/mlflow/runs/get/more",
    "GET, /static-files/",
    "GET, /signup",
    "GET, /metrics",
    "TRACE, /",
    "OPTIONS, /api/2.0/mlflow/runs/get",
    "PROPFIND, /",
    "get, /version",
    "PATCH, /api/2.0/mlflow/logged-models/m-1/tags/x",
    "DELETE, /api/2.0/mlflow-artifacts/artifacts"
  })
  void whatTheTableDoesNotNameIsUnknown(String method, String path) {
    assertEquals(Optional.empty(), find(method, path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ajax-api/2.0/mlflow/runs%EF%BC%8Fget",
        "/ajax-api/2.0/mlflow/%72uns/get",
        "/ajax-api/2.0/mlflow/runs/ge%74"
      })
  void escapesOfOrdinaryLettersChangeNothingAndLookAlikesMatchNothing(String path) {
    boolean lookAlike = path.contains("%EF");
    assertEquals(lookAlike, find("GET", path).isEmpty());
    assertTrue(find("POST", path).isEmpty());
  }
}
