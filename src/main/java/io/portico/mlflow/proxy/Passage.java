package io.portico.mlflow.proxy;

import io.portico.audit.Activity;
import io.portico.audit.Activity.Action;
import io.portico.audit.Activity.Result;
import io.portico.audit.Audit;
import io.portico.audit.Reference;
import io.portico.mlflow.AccessLevel;
import io.portico.portal.Portal;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What both lanes do with a request whose sender they know: limits, the table of endpoints, the
 * level, the record, and on to MLflow.
 */
@Singleton
public class Passage {
  /** What pages load in great numbers; nothing of it reaches the data. */
  private static final Set<Content> UNCOUNTED = EnumSet.of(Content.SHELL, Content.STATIC);

  private static final Set<Access> READING = EnumSet.of(Access.READ, Access.GRAPHQL);

  private final EndpointTable endpoints = EndpointTable.load();
  private final Limits limits;
  private final Bulkheads bulkheads;
  private final ReverseProxy proxy;
  private final Denials denials;
  private final Audit audit;
  private final String contact;

  Passage(
      Limits limits,
      Bulkheads bulkheads,
      ReverseProxy proxy,
      Denials denials,
      Audit audit,
      Portal portal) {
    this.denials = denials;
    this.limits = limits;
    this.bulkheads = bulkheads;
    this.proxy = proxy;
    this.audit = audit;
    contact = portal.contact().orElse("the people who run this portal");
  }

  /** What the table says about a request below a server's name. */
  Endpoint endpoint(String method, RequestTarget below) {
    return endpoints.find(method, below).orElse(Endpoint.UNKNOWN);
  }

  /** Answers the exchange; fails with {@link Refusal} as long as nothing was answered. */
  Future<Void> pass(Exchange exchange) {
    Telemetry.note(exchange.context(), exchange.server());
    List<Allowance> allowances = allowances(exchange);
    if (!allowances.stream().allMatch(Allowance::granted)) {
      return Future.failedFuture(tooMany(allowances));
    }
    Optional<Refusal> refusal = refusal(exchange);
    if (refusal.isPresent()) {
      if (!denials.isRepeated(exchange)) {
        record(exchange, Action.ACCESS, Result.DENIED);
      }
      return Future.failedFuture(refusal.get());
    }
    return exchange
        .endpoint()
        .instead()
        .map(json -> answerInstead(exchange, json))
        .orElseGet(() -> forward(exchange));
  }

  /** Told in the answer, whatever it will be; none where nothing is counted. */
  private List<Allowance> allowances(Exchange exchange) {
    if (UNCOUNTED.contains(exchange.endpoint().content())) {
      return List.of();
    }
    List<Allowance> allowances = limits.take(exchange.actor());
    exchange
        .context()
        .addHeadersEndHandler(
            end -> Allowance.addTo(exchange.request().response().headers(), allowances));
    return allowances;
  }

  private static Refusal tooMany(List<Allowance> allowances) {
    return Refusal.tooManyRequests(
        allowances.stream()
            .filter(allowance -> !allowance.granted())
            .mapToLong(Allowance::delaySeconds)
            .max()
            .orElseThrow());
  }

  private Optional<Refusal> refusal(Exchange exchange) {
    Optional<AccessLevel> needed = exchange.endpoint().access().level();
    if (needed.isEmpty()) {
      return Optional.of(Refusal.notServed());
    }
    return exchange.level().includes(needed.get())
        ? Optional.empty()
        : Optional.of(
            Refusal.levelTooLow(
                exchange.server().title(), exchange.level(), needed.get(), contact));
  }

  private static Future<Void> answerInstead(Exchange exchange, String json) {
    exchange.request().resume();
    HttpServerResponse response = exchange.request().response();
    exchange
        .lane()
        .protect(response.headers(), exchange.server().id(), exchange.endpoint().content());
    return response
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(json);
  }

  private Future<Void> forward(Exchange exchange) {
    Future<Void> answered =
        bulkheads.within(
            exchange.server(), exchange.actor().subject(), () -> proxy.forward(exchange));
    return READING.contains(exchange.endpoint().access())
        ? answered
        : answered.onComplete(
            done -> record(exchange, Action.WRITE, result(exchange, done.succeeded())));
  }

  private static Result result(Exchange exchange, boolean answered) {
    return answered && exchange.request().response().getStatusCode() < 400
        ? Result.DONE
        : Result.FAILED;
  }

  private void record(Exchange exchange, Action action, Result result) {
    audit.record(
        new Activity(
            Instant.now(),
            exchange.actor(),
            action,
            exchange.server().resource(),
            exchange.description(),
            result,
            Reference.of(exchange.context())));
  }
}
