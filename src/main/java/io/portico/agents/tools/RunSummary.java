package io.portico.agents.tools;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A run as lists show it. */
record RunSummary(
    String runId,
    String experimentId,
    Optional<String> name,
    Optional<String> status,
    Optional<String> startTime,
    Optional<String> endTime,
    Optional<String> user,
    @JsonPropertyDescription("The latest value of each metric.") Map<String, Double> metrics,
    @JsonPropertyDescription("Metrics that are NaN or infinite.")
        Map<String, String> metricsNotFinite,
    Map<String, String> params,
    @JsonPropertyDescription("How many metrics and params are left out here.") int leftOut,
    @JsonPropertyDescription("The run in the portal.") String page) {
  private static final int MOST_KEYS = 12;
  private static final int LONGEST_VALUE = 120;

  /**
   * Reads one.
   *
   * @param wanted names of metrics and parameters; the first ones if empty
   */
  static RunSummary of(JsonObject run, Set<String> wanted, Servers servers, String server) {
    JsonObject info = Texts.object(run, "info");
    JsonObject data = Texts.object(run, "data");
    RunNumbers numbers = RunNumbers.of(data);
    Map<String, String> all = RunNumbers.pairs(data, "params", LONGEST_VALUE);
    Map<String, Double> metrics = chosen(numbers.finite(), wanted);
    Map<String, String> params = chosen(all, wanted);
    String id = Texts.text(info, "run_id").orElse("");
    String experiment = Texts.text(info, "experiment_id").orElse("");
    return new RunSummary(
        id,
        experiment,
        Texts.text(info, "run_name").map(name -> Texts.cut(name, LONGEST_VALUE)),
        Texts.text(info, "status"),
        Texts.time(info, "start_time"),
        Texts.time(info, "end_time"),
        Texts.text(info, "user_id").map(user -> Texts.cut(user, LONGEST_VALUE)),
        metrics,
        chosen(numbers.others(), wanted),
        params,
        numbers.finite().size() - metrics.size() + all.size() - params.size(),
        servers.page(server, "experiments", experiment, "runs", id));
  }

  private static <V> Map<String, V> chosen(Map<String, V> all, Set<String> wanted) {
    Predicate<String> isChosen = wanted.isEmpty() ? key -> true : wanted::contains;
    Map<String, V> chosen = new LinkedHashMap<>();
    all.forEach(
        (key, value) -> {
          if (isChosen.test(key) && (!wanted.isEmpty() || chosen.size() < MOST_KEYS)) {
            chosen.put(Texts.cut(key, LONGEST_VALUE), value);
          }
        });
    return chosen;
  }
}
