package io.portico.agents.tools;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class FindExperiments implements Tool<FindExperiments.Arguments, FindExperiments.Found> {
  private final Servers servers;

  FindExperiments(Servers servers) {
    this.servers = servers;
  }

  record Arguments(
      @JsonPropertyDescription("Id of the tracking server, from list_tracking_servers.")
          String server,
      @JsonPropertyDescription("A part of the name; % stands for anything.") Optional<String> name,
      @JsonPropertyDescription("1 to 100; 25 if left out.") Optional<Integer> maxResults,
      @JsonPropertyDescription("next_page_token of the answer before.")
          Optional<String> pageToken) {}

  record Found(
      List<Experiment> experiments,
      @JsonPropertyDescription("There is more; ask again with it.")
          Optional<String> nextPageToken) {}

  record Experiment(
      String experimentId,
      String name,
      Optional<String> lastUpdateTime,
      @JsonPropertyDescription("Tags of people, not of MLflow.") Map<String, String> tags,
      @JsonPropertyDescription("In the portal.") String page) {}

  @Override
  public ToolCard<Arguments, Found> card() {
    return new ToolCard<>(
        "find_experiments",
        "Find experiments",
        "Experiments of a tracking server by a part of their name, the one changed last first.",
        Arguments.class,
        Found.class);
  }

  @Override
  public String resource(Arguments arguments) {
    return "mlflow/" + arguments.server();
  }

  @Override
  public Found call(Visit visit, Arguments arguments) {
    JsonObject query =
        new JsonObject()
            .put("max_results", PageSize.of(arguments.maxResults(), 25, 100))
            .put("order_by", JsonArray.of("last_update_time DESC"))
            .put("filter", NameFilter.containing(arguments.name()));
    arguments.pageToken().ifPresent(token -> query.put("page_token", token));
    JsonObject answer = servers.reader(visit, arguments.server()).post("experiments/search", query);
    return new Found(
        Texts.objects(answer, "experiments")
            .map(experiment -> experiment(arguments.server(), experiment))
            .toList(),
        Texts.text(answer, "next_page_token"));
  }

  private Experiment experiment(String server, JsonObject json) {
    String id = Texts.text(json, "experiment_id").orElse("");
    Map<String, String> tags = RunNumbers.pairs(json, "tags", 200);
    tags.keySet().removeIf(tag -> tag.startsWith("mlflow."));
    return new Experiment(
        id,
        Texts.cut(Texts.text(json, "name").orElse(""), 500),
        Texts.time(json, "last_update_time"),
        tags,
        servers.page(server, "experiments", id));
  }
}
