package io.portico.mlflow.proxy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.portico.audit.Reference;
import io.portico.mlflow.TrackingServer;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Counts, times and names what comes in by the lanes. Nobody's name or address is in it. */
@Singleton
public class Telemetry {
  private static final String SERVER = Telemetry.class.getName();

  /** No server of ours: a label for each name that somebody tries would be without end. */
  private static final String NONE = "none";

  private final MeterRegistry meters;

  /** The registry's own search for a timer makes and sorts its labels each time. */
  private final Map<Labels, Timer> timers = new ConcurrentHashMap<>();

  private record Labels(String lane, String server, String outcome) {}

  Telemetry(MeterRegistry meters) {
    this.meters = meters;
  }

  /** To be called when a request arrives. */
  void watch(RoutingContext context, Lane lane) {
    Timer.Sample since = Timer.start(meters);
    context.addHeadersEndHandler(
        end -> context.response().putHeader("X-Request-Id", Reference.of(context)));
    context.addEndHandler(end -> count(context, lane, since, end.succeeded()));
  }

  /** Counts and times an exchange that no lane brought. */
  <T> Future<T> timed(String lane, TrackingServer server, Supplier<Future<T>> exchange) {
    Timer.Sample since = Timer.start(meters);
    return exchange
        .get()
        .onComplete(
            done -> {
              int status =
                  done.succeeded()
                      ? 200
                      : done.cause() instanceof Refusal refusal ? refusal.status() : 500;
              since.stop(timer(lane, server.id(), outcome(status, true)));
            });
  }

  /** To be called as soon as a request's server is known. */
  static void note(RoutingContext context, TrackingServer server) {
    context.put(SERVER, server.id());
  }

  private void count(RoutingContext context, Lane lane, Timer.Sample since, boolean answered) {
    String server = context.get(SERVER, NONE);
    String outcome = outcome(context.response().getStatusCode(), answered);
    since.stop(timer(lane.label(), server, outcome));
    Span.current()
        .setAttribute("portico.lane", lane.label())
        .setAttribute("portico.server", server)
        .setAttribute("portico.outcome", outcome)
        .setAttribute("portico.request", Reference.of(context));
  }

  private Timer timer(String lane, String server, String outcome) {
    return timers.computeIfAbsent(
        new Labels(lane, server, outcome),
        labels ->
            meters.timer(
                "portico.mlflow.exchanges", "lane", lane, "server", server, "outcome", outcome));
  }

  private static String outcome(int status, boolean answered) {
    if (!answered) {
      return "aborted";
    }
    return switch (status) {
      case 401 -> "unauthenticated";
      case 403, 404 -> "denied";
      case 429 -> "limited";
      default -> status < 400 ? "done" : status < 500 ? "refused" : "failed";
    };
  }
}
