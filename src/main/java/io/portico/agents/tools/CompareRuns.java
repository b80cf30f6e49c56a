package io.portico.agents.tools;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.portico.mlflow.proxy.MlflowReader;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

@ApplicationScoped
class CompareRuns implements Tool<CompareRuns.Arguments, CompareRuns.Found> {
  private static final int MOST = 10;
  private static final int LONGEST_VALUE = 120;

  private final Servers servers;

  CompareRuns(Servers servers) {
    this.servers = servers;
  }

  record Arguments(
      @JsonPropertyDescription("Id of the tracking server, from list_tracking_servers.")
          String server,
      @JsonPropertyDescription("Two to ten ids, from search_runs.") List<String> runIds) {}

  record Found(
      List<Run> runs,
      @JsonPropertyDescription("By metric, then by run id.")
          Map<String, Map<String, Double>> metrics,
      @JsonPropertyDescription(
              "By param, then by run id; those that are equal everywhere are left out.")
          Map<String, Map<String, String>> differingParams,
      int equalParams) {}

  record Run(
      String runId,
      Optional<String> name,
      Optional<String> status,
      Optional<String> startTime,
      @JsonPropertyDescription("In the portal.") String page) {}

  @Override
  public ToolCard<Arguments, Found> card() {
    return new ToolCard<>(
        "compare_runs",
        "Compare runs",
        "Two to ten runs side by side: their metrics, and the params in which they differ.",
        Arguments.class,
        Found.class);
  }

  @Override
  public String resource(Arguments arguments) {
    return "mlflow/" + arguments.server();
  }

  @Override
  public Found call(Visit visit, Arguments arguments) {
    Set<String> ids = new LinkedHashSet<>(arguments.runIds());
    if (ids.size() < 2 || ids.size() > MOST) {
      throw ToolRefusal.of("Name two to ten different runs.");
    }
    MlflowReader server = servers.reader(visit, arguments.server());
    List<Run> runs = new ArrayList<>();
    Map<String, Map<String, Double>> metrics = new TreeMap<>();
    Map<String, Map<String, String>> params = new TreeMap<>();
    for (String id : ids) {
      JsonObject run = GetRun.run(server, id);
      JsonObject data = Texts.object(run, "data");
      runs.add(run(arguments.server(), id, Texts.object(run, "info")));
      collect(id, RunNumbers.of(data).finite(), metrics);
      collect(id, RunNumbers.pairs(data, "params", LONGEST_VALUE), params);
    }
    int all = params.size();
    params.values().removeIf(values -> isEqual(values, ids.size()));
    return new Found(runs, metrics, params, all - params.size());
  }

  private Run run(String server, String id, JsonObject info) {
    return new Run(
        id,
        Texts.text(info, "run_name"),
        Texts.text(info, "status"),
        Texts.time(info, "start_time"),
        servers.page(
            server, "experiments", Texts.text(info, "experiment_id").orElse(""), "runs", id));
  }

  private static <V> void collect(
      String run, Map<String, V> values, Map<String, Map<String, V>> all) {
    values.forEach(
        (key, value) -> all.computeIfAbsent(key, first -> new LinkedHashMap<>()).put(run, value));
  }

  private static boolean isEqual(Map<String, String> values, int runs) {
    return values.size() == runs && Set.copyOf(values.values()).size() == 1;
  }
}
