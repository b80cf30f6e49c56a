package io.portico.agents.tools;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.portico.mlflow.proxy.MlflowReader;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class GetRun implements Tool<GetRun.Arguments, GetRun.Found> {
  private static final int MOST = 100;
  private static final int LONGEST_VALUE = 200;

  private final Servers servers;

  GetRun(Servers servers) {
    this.servers = servers;
  }

  record Arguments(
      @JsonPropertyDescription("Id of the tracking server, from list_tracking_servers.")
          String server,
      @JsonPropertyDescription("From search_runs.") String runId) {}

  record Found(
      String runId,
      String experimentId,
      Optional<String> name,
      Optional<String> status,
      Optional<String> startTime,
      Optional<String> endTime,
      Optional<String> user,
      Optional<String> artifactUri,
      @JsonPropertyDescription("The latest value of each.") Map<String, Double> metrics,
      @JsonPropertyDescription("Metrics that are NaN or infinite.")
          Map<String, String> metricsNotFinite,
      Map<String, String> params,
      Map<String, String> tags,
      @JsonPropertyDescription("How many of them are left out.") int leftOut,
      @JsonPropertyDescription("In the portal.") String page) {}

  @Override
  public ToolCard<Arguments, Found> card() {
    return new ToolCard<>(
        "get_run",
        "A run",
        "Everything about one run but its artifacts: up to 100 metrics, params and tags each.",
        Arguments.class,
        Found.class);
  }

  @Override
  public String resource(Arguments arguments) {
    return "mlflow/" + arguments.server();
  }

  @Override
  public Found call(Visit visit, Arguments arguments) {
    JsonObject run = run(servers.reader(visit, arguments.server()), arguments.runId());
    JsonObject info = Texts.object(run, "info");
    JsonObject data = Texts.object(run, "data");
    RunNumbers numbers = RunNumbers.of(data);
    Map<String, String> params = RunNumbers.pairs(data, "params", LONGEST_VALUE);
    Map<String, String> tags = RunNumbers.pairs(data, "tags", LONGEST_VALUE);
    String id = Texts.text(info, "run_id").orElse("");
    String experiment = Texts.text(info, "experiment_id").orElse("");
    return new Found(
        id,
        experiment,
        Texts.text(info, "run_name"),
        Texts.text(info, "status"),
        Texts.time(info, "start_time"),
        Texts.time(info, "end_time"),
        Texts.text(info, "user_id"),
        Texts.text(info, "artifact_uri"),
        first(numbers.finite()),
        first(numbers.others()),
        first(params),
        first(tags),
        beyond(numbers.finite()) + beyond(numbers.others()) + beyond(params) + beyond(tags),
        servers.page(arguments.server(), "experiments", experiment, "runs", id));
  }

  /** A run as MLflow writes it. */
  static JsonObject run(MlflowReader server, String id) {
    return Texts.object(server.get("runs/get", List.of(Map.entry("run_id", id))), "run");
  }

  private static <V> Map<String, V> first(Map<String, V> all) {
    Map<String, V> first = new LinkedHashMap<>();
    all.entrySet().stream()
        .limit(MOST)
        .forEach(entry -> first.put(entry.getKey(), entry.getValue()));
    return first;
  }

  private static int beyond(Map<String, ?> all) {
    return Math.max(0, all.size() - MOST);
  }
}
