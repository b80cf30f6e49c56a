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
class GetMetricHistory implements Tool<GetMetricHistory.Arguments, GetMetricHistory.Found> {
  private static final int LEAST = 10;
  private static final int MOST = 400;
  private static final int PAGE_SIZE = 10_000;
  private static final int MOST_PAGES = 20;

  private final Servers servers;

  GetMetricHistory(Servers servers) {
    this.servers = servers;
  }

  record Arguments(
      @JsonPropertyDescription("Id of the tracking server, from list_tracking_servers.")
          String server,
      @JsonPropertyDescription("From search_runs.") String runId,
      @JsonPropertyDescription("The metric's name.") String metric,
      @JsonPropertyDescription("10 to 400; 100 if left out.") Optional<Integer> points) {}

  record Found(
      @JsonPropertyDescription("In the order they were logged.") List<Point> points,
      @JsonPropertyDescription("How many values were read.") int of,
      @JsonPropertyDescription("Whether there are even more, which were not read.") boolean cut,
      @JsonPropertyDescription("In the portal.") String page) {}

  record Point(
      long step,
      Optional<String> time,
      @JsonPropertyDescription("Left out where it is NaN or infinite.") Optional<Double> value) {}

  @Override
  public ToolCard<Arguments, Found> card() {
    return new ToolCard<>(
        "metric_history",
        "History of a metric",
        "How a metric developed: 10 to 400 points of its history, among them the first, the last and the"
            + " extremes of each stretch.",
        Arguments.class,
        Found.class);
  }

  @Override
  public String resource(Arguments arguments) {
    return "mlflow/" + arguments.server();
  }

  @Override
  public Found call(Visit visit, Arguments arguments) {
    int points = arguments.points().orElse(100);
    if (points < LEAST || points > MOST) {
      throw ToolRefusal.of("Ask for 10 to 400 points.");
    }
    MlflowReader server = servers.reader(visit, arguments.server());
    List<Point> history = new ArrayList<>();
    Optional<String> next = Optional.empty();
    int pages = 0;
    do {
      JsonObject page = server.get("metrics/get-history", parameters(arguments, next));
      Texts.objects(page, "metrics").map(GetMetricHistory::point).forEach(history::add);
      next = Texts.text(page, "next_page_token");
      pages++;
    } while (next.isPresent() && pages < MOST_PAGES);
    JsonObject run = Texts.object(GetRun.run(server, arguments.runId()), "info");
    return new Found(
        Sampling.of(history, points, point -> point.value().orElse(Double.NaN)),
        history.size(),
        next.isPresent(),
        servers.page(
            arguments.server(),
            "experiments",
            Texts.text(run, "experiment_id").orElse(""),
            "runs",
            arguments.runId(),
            "model-metrics"));
  }

  private static List<Map.Entry<String, String>> parameters(
      Arguments arguments, Optional<String> page) {
    List<Map.Entry<String, String>> parameters = new ArrayList<>();
    parameters.add(Map.entry("run_id", arguments.runId()));
    parameters.add(Map.entry("metric_key", arguments.metric()));
    parameters.add(Map.entry("max_results", Integer.toString(PAGE_SIZE)));
    page.ifPresent(token -> parameters.add(Map.entry("page_token", token)));
    return parameters;
  }

  private static Point point(JsonObject metric) {
    return new Point(
        Texts.text(metric, "step")
            .filter(step -> step.matches("-?\\d{1,18}"))
            .map(Long::valueOf)
            .orElse(0L),
        Texts.time(metric, "timestamp"),
        RunNumbers.number(metric).filter(Double::isFinite));
  }
}
