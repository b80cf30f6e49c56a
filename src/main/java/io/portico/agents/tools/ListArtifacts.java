package io.portico.agents.tools;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.portico.mlflow.proxy.MlflowReader;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class ListArtifacts implements Tool<ListArtifacts.Arguments, ListArtifacts.Found> {
  private static final int MOST = 500;

  private final Servers servers;

  ListArtifacts(Servers servers) {
    this.servers = servers;
  }

  record Arguments(
      @JsonPropertyDescription("Id of the tracking server, from list_tracking_servers.")
          String server,
      @JsonPropertyDescription("From search_runs.") String runId,
      @JsonPropertyDescription("A directory; the run's own if left out.") Optional<String> path) {}

  record Found(
      List<Artifact> artifacts,
      int leftOut,
      @JsonPropertyDescription("In the portal.") String page) {}

  record Artifact(
      String path,
      boolean isDirectory,
      @JsonPropertyDescription("In bytes.") Optional<Long> size) {}

  @Override
  public ToolCard<Arguments, Found> card() {
    return new ToolCard<>(
        "list_artifacts",
        "Artifacts of a run",
        "The files of a run, one directory at a time; 500 at most.",
        Arguments.class,
        Found.class);
  }

  @Override
  public String resource(Arguments arguments) {
    return "mlflow/" + arguments.server();
  }

  @Override
  public Found call(Visit visit, Arguments arguments) {
    List<Map.Entry<String, String>> parameters = new ArrayList<>();
    parameters.add(Map.entry("run_id", arguments.runId()));
    arguments.path().ifPresent(path -> parameters.add(Map.entry("path", path)));
    MlflowReader server = servers.reader(visit, arguments.server());
    List<Artifact> all =
        Texts.objects(server.get("artifacts/list", parameters), "files")
            .map(ListArtifacts::artifact)
            .toList();
    return new Found(
        all.stream().limit(MOST).toList(),
        Math.max(0, all.size() - MOST),
        servers.artifactPage(server, arguments.runId(), arguments.path().orElse("")));
  }

  private static Artifact artifact(JsonObject file) {
    return new Artifact(
        Texts.text(file, "path").orElse(""),
        Boolean.TRUE.equals(file.getValue("is_dir")),
        Texts.text(file, "file_size").filter(size -> size.matches("\\d{1,18}")).map(Long::valueOf));
  }
}
