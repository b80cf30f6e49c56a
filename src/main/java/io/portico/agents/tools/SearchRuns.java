package io.portico.agents.tools;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@ApplicationScoped
class SearchRuns implements Tool<SearchRuns.Arguments, SearchRuns.Found> {
  private final Servers servers;

  SearchRuns(Servers servers) {
    this.servers = servers;
  }

  record Arguments(
      @JsonPropertyDescription("Id of the tracking server, from list_tracking_servers.")
          String server,
      @JsonPropertyDescription("One to 20 ids, from find_experiments.") List<String> experimentIds,
      @JsonPropertyDescription("MLflow's filter; all runs if left out.") Optional<String> filter,
      @JsonPropertyDescription("Such as: metrics.rmse ASC. The newest first if left out.")
          Optional<String> orderBy,
      @JsonPropertyDescription("Names of the metrics and params to bring.")
          Optional<List<String>> keys,
      @JsonPropertyDescription("1 to 50; 20 if left out.") Optional<Integer> maxResults,
      @JsonPropertyDescription("next_page_token of the answer before.")
          Optional<String> pageToken) {}

  record Found(
      List<RunSummary> runs,
      @JsonPropertyDescription("There is more; ask again with it.")
          Optional<String> nextPageToken) {}

  @Override
  public ToolCard<Arguments, Found> card() {
    return new ToolCard<>(
        "search_runs",
        "Search runs",
        "Runs of experiments by MLflow's filter, such as: metrics.rmse < 1 and params.model = 'tree'."
            + " A run comes with 12 metrics and 12 params, or with those that keys names.",
        Arguments.class,
        Found.class);
  }

  @Override
  public String resource(Arguments arguments) {
    return "mlflow/" + arguments.server();
  }

  @Override
  public Found call(Visit visit, Arguments arguments) {
    if (arguments.experimentIds().isEmpty() || arguments.experimentIds().size() > 20) {
      throw ToolRefusal.of("Name one to 20 experiments.");
    }
    JsonObject query =
        new JsonObject()
            .put("experiment_ids", new JsonArray(arguments.experimentIds()))
            .put("max_results", PageSize.of(arguments.maxResults(), 20, 50))
            .put("order_by", JsonArray.of(arguments.orderBy().orElse("attributes.start_time DESC")))
            .put("filter", arguments.filter().orElse(""));
    arguments.pageToken().ifPresent(token -> query.put("page_token", token));
    JsonObject answer = servers.reader(visit, arguments.server()).post("runs/search", query);
    Set<String> keys = Set.copyOf(arguments.keys().orElse(List.of()));
    return new Found(
        Texts.objects(answer, "runs")
            .map(run -> RunSummary.of(run, keys, servers, arguments.server()))
            .toList(),
        Texts.text(answer, "next_page_token"));
  }
}
