package io.portico.agents.tools;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.portico.mlflow.proxy.MlflowReader;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class GetModelVersion implements Tool<GetModelVersion.Arguments, GetModelVersion.Found> {
  private final Servers servers;

  GetModelVersion(Servers servers) {
    this.servers = servers;
  }

  record Arguments(
      @JsonPropertyDescription("Id of the tracking server, from list_tracking_servers.")
          String server,
      @JsonPropertyDescription("The model's name.") String name,
      @JsonPropertyDescription("Its number; or give an alias.") Optional<String> version,
      @JsonPropertyDescription("Such as champion; or give a version.") Optional<String> alias) {}

  record Found(
      String name,
      String version,
      Optional<String> description,
      Optional<String> status,
      Optional<String> creationTime,
      @JsonPropertyDescription("Where its files are.") Optional<String> source,
      @JsonPropertyDescription("The run that made it; see get_run.") Optional<String> runId,
      List<String> aliases,
      Map<String, String> tags,
      @JsonPropertyDescription("In the portal.") String page) {}

  @Override
  public ToolCard<Arguments, Found> card() {
    return new ToolCard<>(
        "get_model_version",
        "A version of a model",
        "One version of a registered model, by its number or by an alias.",
        Arguments.class,
        Found.class);
  }

  @Override
  public String resource(Arguments arguments) {
    return "mlflow/" + arguments.server();
  }

  @Override
  public Found call(Visit visit, Arguments arguments) {
    if (arguments.version().isPresent() == arguments.alias().isPresent()) {
      throw ToolRefusal.of("Give either a version or an alias.");
    }
    Map.Entry<String, String> name = Map.entry("name", arguments.name());
    MlflowReader server = servers.reader(visit, arguments.server());
    JsonObject answer =
        arguments
            .version()
            .map(
                version ->
                    server.get("model-versions/get", List.of(name, Map.entry("version", version))))
            .orElseGet(
                () ->
                    server.get(
                        "registered-models/alias",
                        List.of(name, Map.entry("alias", arguments.alias().orElseThrow()))));
    JsonObject found = Texts.object(answer, "model_version");
    String version = Texts.text(found, "version").orElse("");
    return new Found(
        Texts.text(found, "name").orElse(""),
        version,
        Texts.text(found, "description").map(text -> Texts.cut(text, 8_000)),
        Texts.text(found, "status"),
        Texts.time(found, "creation_timestamp"),
        Texts.text(found, "source"),
        Texts.text(found, "run_id"),
        Texts.texts(found, "aliases"),
        RunNumbers.pairs(found, "tags", 300),
        servers.page(arguments.server(), "models", arguments.name(), "versions", version));
  }
}
