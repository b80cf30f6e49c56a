package io.portico.sandbox.mlflow;

import io.portico.sandbox.mlflow.tracking.ArtifactEntry;
import io.portico.sandbox.mlflow.tracking.ArtifactPath;
import io.portico.sandbox.mlflow.tracking.ArtifactStore;
import io.portico.sandbox.mlflow.tracking.Run;
import io.portico.sandbox.mlflow.tracking.TrackingStore;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;

/** The two calls that list artifacts: of a run, and of the artifact store behind all runs. */
final class ArtifactListing {
  private final TrackingStore store;

  ArtifactListing(TrackingStore store) {
    this.store = store;
  }

  void register(Endpoints endpoints) {
    endpoints.get("artifacts/list", this::ofRun);
  }

  private JsonObject ofRun(Arguments asked) {
    Run run = store.runs().get(RunEndpoints.id(asked));
    ArtifactPath root = ArtifactStore.rootOf(run);
    ArtifactPath directory = root.resolve(ArtifactPath.of(asked.text("path")));
    return files(directory, entry -> entry.path().below(root).toString())
        .put("root_uri", run.origin().artifactUri());
  }

  /** Lists a directory of the store; names are relative to it. */
  JsonObject ofStore(Arguments asked) {
    return files(ArtifactPath.of(asked.text("path")), entry -> entry.path().name());
  }

  private JsonObject files(ArtifactPath directory, Function<ArtifactEntry, String> path) {
    List<ArtifactEntry> entries = store.artifacts().list(directory);
    return new JsonObject()
        .put("files", TrackingJson.array(entries, entry -> file(entry, path.apply(entry))));
  }

  private static JsonObject file(ArtifactEntry entry, String path) {
    JsonObject file = new JsonObject().put("path", path).put("is_dir", entry.directory());
    return entry.directory() ? file : file.put("file_size", entry.size());
  }
}
