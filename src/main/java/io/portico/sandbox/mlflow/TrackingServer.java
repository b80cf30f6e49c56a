package io.portico.sandbox.mlflow;

import io.portico.sandbox.mlflow.tracking.TrackingStore;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Puts the store on a local port. A verticle, so that one event loop alone touches the store. */
final class TrackingServer extends AbstractVerticle {
  /** Says which MLflow the API follows, and that this is not it. */
  static final String VERSION = "3.11.0+portico.demo";

  // HTTP/1.1 only, as MLflow's own server.
  private static final HttpServerOptions LOCAL =
      new HttpServerOptions().setHost("127.0.0.1").setPort(0).setHttp2ClearTextEnabled(false);

  private final TrackingStore store;
  private HttpServer server;

  TrackingServer(TrackingStore store) {
    this.store = store;
  }

  @Override
  public void start(Promise<Void> started) {
    Router router = Router.router(vertx);
    server = vertx.createHttpServer(LOCAL).requestHandler(router);
    server
        .listen()
        .onSuccess(listening -> mount(router, new BrowserDefences(listening.actualPort())))
        .<Void>mapEmpty()
        .onComplete(started);
  }

  int port() {
    return server.actualPort();
  }

  private void mount(Router router, Handler<RoutingContext> defences) {
    ErrorAnswers errors = new ErrorAnswers();
    for (int status : new int[] {400, 404, 405, 413, 500}) {
      router.errorHandler(status, errors);
    }
    router.route().handler(defences);
    router.get("/health").handler(context -> context.end("OK"));
    router.get("/version").handler(context -> context.end(VERSION));
    router.route("/graphql").handler(TrackingServer::refuseGraphQl);
    new RestApi(store).mount(router);
    new ArtifactTransfers(store).mount(router);
    new PageAssets().mount(router);
  }

  private static void refuseGraphQl(RoutingContext context) {
    JsonObject error =
        new JsonObject()
            .put("message", "The demo tracking server speaks REST only, no GraphQL")
            .put("extensions", new JsonObject().put("code", "NOT_IMPLEMENTED"));
    context.json(new JsonObject().putNull("data").put("errors", new JsonArray().add(error)));
  }
}
