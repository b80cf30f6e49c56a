package io.portico.sandbox.mlflow;

import io.portico.sandbox.mlflow.tracking.ErrorCode;
import io.portico.sandbox.mlflow.tracking.TrackingException;
import io.portico.sandbox.mlflow.tracking.TrackingStore;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;

/** MLflow's REST API, under each of the prefixes that clients use. */
final class RestApi implements Handler<RoutingContext> {
  private static final List<String> PREFIXES =
      List.of(
          "/api/2.0/mlflow/", "/api/3.0/mlflow/", "/ajax-api/2.0/mlflow/", "/ajax-api/3.0/mlflow/");
  private static final long MAX_BODY = 16L << 20;

  private final Endpoints endpoints = new Endpoints();

  RestApi(TrackingStore store) {
    new ExperimentEndpoints(store).register(endpoints);
    new RunEndpoints(store).register(endpoints);
    new LoggingEndpoints(store).register(endpoints);
    new MetricEndpoints(store.runs()).register(endpoints);
    new RegistryEndpoints(store).register(endpoints);
    new ArtifactListing(store).register(endpoints);
  }

  void mount(Router router) {
    for (String prefix : PREFIXES) {
      router
          .route(prefix + "*")
          .handler(BodyHandler.create(false).setBodyLimit(MAX_BODY))
          .handler(this);
    }
  }

  @Override
  public void handle(RoutingContext context) {
    HttpMethod method = context.request().method();
    String path = context.pathParam("*");
    Endpoint endpoint =
        endpoints
            .find(method, path)
            .orElseThrow(
                () ->
                    new TrackingException(
                        ErrorCode.ENDPOINT_NOT_FOUND,
                        "The demo tracking server has no " + method + " " + path));
    context.json(endpoint.answer(arguments(context)));
  }

  private static Arguments arguments(RoutingContext context) {
    if (context.request().method() == HttpMethod.GET) {
      return Arguments.of(context.queryParams());
    }
    Buffer body = context.body().buffer();
    try {
      return new Arguments(
          body == null || body.length() == 0 ? new JsonObject() : new JsonObject(body));
    } catch (DecodeException | ClassCastException malformed) {
      throw new TrackingException(ErrorCode.BAD_REQUEST, "The body is not a JSON object");
    }
  }
}
