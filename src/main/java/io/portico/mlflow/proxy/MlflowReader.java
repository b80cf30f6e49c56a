package io.portico.mlflow.proxy;

import io.portico.audit.Actor;
import io.portico.mlflow.ServerAccess;
import io.portico.mlflow.TrackingServer;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One tracking server's API, read in somebody's name. Every method blocks.
 *
 * @see <a href="https://mlflow.org/docs/latest/rest-api.html">MLflow's REST API</a>
 */
public final class MlflowReader {
  private static final String API = "/api/2.0/mlflow/";
  private static final int MAX_JSON_BYTES = 4 * 1024 * 1024;

  private final MlflowApi api;
  private final Actor actor;
  private final ServerAccess access;

  MlflowReader(MlflowApi api, Actor actor, ServerAccess access) {
    this.api = api;
    this.actor = actor;
    this.access = access;
  }

  public TrackingServer server() {
    return access.server();
  }

  /**
   * The answer of a call.
   *
   * @param call below {@code /api/2.0/mlflow/}, for example {@code runs/get}
   * @throws MlflowFailure if there is no good answer
   */
  public JsonObject get(String call, List<Map.Entry<String, String>> parameters) {
    return json(request(HttpMethod.GET, API + call, parameters, List.of()), Body.EMPTY);
  }

  /**
   * The answer of a call that reads and takes a body.
   *
   * @throws MlflowFailure if there is no good answer
   */
  public JsonObject post(String call, JsonObject body) {
    Buffer bytes = body.toBuffer();
    PayloadHash hash = new PayloadHash();
    hash.update(bytes);
    return json(
        request(
            HttpMethod.POST,
            API + call,
            List.of(),
            List.of(Map.entry("content-type", "application/json"))),
        new Body.InMemory(bytes, hash.hex()));
  }

  /**
   * The beginning of a run's artifact.
   *
   * @throws MlflowFailure if there is no good answer
   */
  public Beginning artifact(String run, String path, int maxBytes) {
    Vertx vertx = api.vertx();
    return api.read(
        request(
            HttpMethod.GET,
            "/get-artifact",
            List.of(Map.entry("path", path), Map.entry("run_uuid", run)),
            List.of()),
        Body.EMPTY,
        response -> Beginning.of(response, maxBytes, vertx));
  }

  /** Parsed by the thread that asks: an event loop has others to serve meanwhile. */
  private JsonObject json(UpstreamRequest request, Body body) {
    Vertx vertx = api.vertx();
    Buffer answer =
        api.read(request, body, response -> BoundedBody.of(response, MAX_JSON_BYTES, vertx));
    try {
      return new JsonObject(answer);
    } catch (DecodeException | ClassCastException notJson) {
      throw MlflowFailure.of(Refusal.badAnswer(notJson));
    }
  }

  private UpstreamRequest request(
      HttpMethod method,
      String path,
      List<Map.Entry<String, String>> parameters,
      List<Map.Entry<String, String>> headers) {
    List<Map.Entry<String, String>> all = new ArrayList<>(headers);
    all.add(Map.entry("accept-encoding", "identity"));
    return new UpstreamRequest(
        actor,
        access,
        method,
        new RequestTarget(Arrays.asList(path.substring(1).split("/")), false, parameters),
        all);
  }
}
