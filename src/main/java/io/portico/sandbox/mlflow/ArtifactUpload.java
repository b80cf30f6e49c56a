package io.portico.sandbox.mlflow;

import io.portico.sandbox.mlflow.tracking.Artifact;
import io.portico.sandbox.mlflow.tracking.ArtifactPath;
import io.portico.sandbox.mlflow.tracking.ArtifactStore;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.core.streams.Pipe;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;

/**
 * Takes the body of a request as an artifact: a small one into memory, anything larger, or of
 * unknown length, straight to disk.
 */
final class ArtifactUpload {
  private static final OpenOptions NEW_FILE = new OpenOptions().setCreateNew(true).setRead(false);

  private final ArtifactStore artifacts;

  ArtifactUpload(ArtifactStore artifacts) {
    this.artifacts = artifacts;
  }

  void receive(RoutingContext context, ArtifactPath path) {
    HttpServerRequest request = context.request();
    Future<? extends Artifact> received =
        isSmall(request)
            ? request.body().map(body -> new Artifact.InMemory(body.getBytes()))
            : spool(context, artifacts.newSpoolFile());
    received.onSuccess(artifact -> keep(context, path, artifact)).onFailure(context::fail);
  }

  private void keep(RoutingContext context, ArtifactPath path, Artifact artifact) {
    artifacts.put(path, artifact);
    context.json(new JsonObject());
  }

  private static boolean isSmall(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    return length != null && Long.parseLong(length) <= Artifact.MAX_IN_MEMORY;
  }

  private static Future<Artifact.Spooled> spool(RoutingContext context, Path target) {
    FileSystem files = context.vertx().fileSystem();
    String file = target.toString();
    // The pipe holds the body back until there is a file to write to.
    Pipe<Buffer> body = context.request().pipe();
    return files
        .open(file, NEW_FILE)
        .onFailure(unwilling -> body.close())
        .compose(body::to)
        .compose(written -> files.props(file))
        .map(props -> new Artifact.Spooled(target, props.size()))
        .onFailure(broken -> files.delete(file));
  }
}
