package io.portico.mlflow.proxy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.portico.audit.Reference;
import io.portico.mlflow.TrackingServer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts, times and names what comes in by the lanes. Nobody's name or address is in it. */
@ApplicationScoped
public class Telemetry {
  private static final String SERVER = Telemetry.class.getName();

  /** No server of ours: a label for each name that somebody tries would be without end. */
  private static final String NONE = "none";

  private final MeterRegistry meters;

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

  /** To be called as soon as a request's server is known. */
  static void note(RoutingContext context, TrackingServer server) {
    context.put(SERVER, server.id());
  }

  private void count(RoutingContext context, Lane lane, Timer.Sample since, boolean answered) {
    String server = context.get(SERVER, NONE);
    String outcome = outcome(context.response().getStatusCode(), answered);
    since.stop(
        meters.timer(
            "portico.mlflow.exchanges",
            "lane",
            lane.label(),
            "server",
            server,
            "outcome",
            outcome));
    Span.current()
        .setAttribute("portico.lane", lane.label())
        .setAttribute("portico.server", server)
        .setAttribute("portico.outcome", outcome)
        .setAttribute("portico.request", Reference.of(context));
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
