package io.portico.sandbox.mlflow;

import io.portico.sandbox.mlflow.tracking.Artifact;
import io.portico.sandbox.mlflow.tracking.ArtifactPath;
import io.portico.sandbox.mlflow.tracking.ArtifactStore;
import io.portico.sandbox.mlflow.tracking.TrackingException;
import io.portico.sandbox.mlflow.tracking.TrackingStore;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Artifacts up and down: for the page by run, for clients by their place in the store. */
final class ArtifactTransfers {
  private static final List<String> PREFIXES =
      List.of("/api/2.0/mlflow-artifacts/artifacts", "/ajax-api/2.0/mlflow-artifacts/artifacts");

  private final TrackingStore store;
  private final ArtifactListing listing;
  private final ArtifactUpload upload;

  ArtifactTransfers(TrackingStore store) {
    this.store = store;
    this.listing = new ArtifactListing(store);
    this.upload = new ArtifactUpload(store.artifacts());
  }

  void mount(Router router) {
    router.get("/get-artifact").handler(this::downloadOfRun);
    for (String prefix : PREFIXES) {
      router.get(prefix).handler(this::list);
      router.get(prefix + "/*").handler(this::download);
      router.put(prefix + "/*").handler(context -> upload.receive(context, path(context)));
      router.delete(prefix + "/*").handler(this::delete);
    }
  }

  private void list(RoutingContext context) {
    context.json(listing.ofStore(Arguments.of(context.queryParams())));
  }

  private void downloadOfRun(RoutingContext context) {
    Arguments asked = Arguments.of(context.queryParams());
    ArtifactPath root = ArtifactStore.rootOf(store.runs().get(RunEndpoints.id(asked)));
    send(context, root.resolve(ArtifactPath.of(asked.required("path"))));
  }

  private void download(RoutingContext context) {
    if (context.pathParam("*").isEmpty()) {
      list(context);
    } else {
      send(context, path(context));
    }
  }

  private void delete(RoutingContext context) {
    store.artifacts().remove(path(context));
    context.json(new JsonObject());
  }

  private void send(RoutingContext context, ArtifactPath path) {
    Artifact artifact =
        store
            .artifacts()
            .find(path)
            .orElseThrow(() -> TrackingException.missing("No artifact is at '" + path + "'"));
    HttpServerResponse response =
        context
            .response()
            .putHeader("Content-Type", MediaTypes.ofArtifact(path.name()))
            .putHeader(
                "Content-Disposition", "attachment; filename*=UTF-8''" + encoded(path.name()))
            .putHeader("X-Content-Type-Options", "nosniff");
    if (artifact instanceof Artifact.Spooled spooled) {
      response.sendFile(spooled.file().toString()).onFailure(context::fail);
    } else if (artifact instanceof Artifact.InMemory small) {
      response.end(Buffer.buffer(small.bytes()));
    }
  }

  private static ArtifactPath path(RoutingContext context) {
    return ArtifactPath.of(context.pathParam("*"));
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
