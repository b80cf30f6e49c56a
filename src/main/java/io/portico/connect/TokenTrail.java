package io.portico.connect;

import io.portico.audit.Activity;
import io.portico.audit.Activity.Action;
import io.portico.audit.Actor;
import io.portico.audit.Audit;
import io.portico.audit.Reference;
import io.portico.identity.Person;
import io.portico.tokens.AccessToken;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/** Takes down what happens to tokens. */
@ApplicationScoped
class TokenTrail {
  private final Audit audit;
  private final RoutingContext request;

  TokenTrail(Audit audit, RoutingContext request) {
    this.audit = audit;
    this.request = request;
  }

  void created(AccessToken token, Person by) {
    record(Action.TOKEN_CREATED, token, by);
  }

  void revoked(AccessToken token, Person by) {
    record(Action.TOKEN_REVOKED, token, by);
  }

  private void record(Action action, AccessToken token, Person by) {
    audit.record(
        new Activity(
            Instant.now().truncatedTo(ChronoUnit.MICROS),
            Actor.of(by),
            action,
            "token/" + token.id(),
            detail(token),
            Activity.Result.DONE,
            Reference.of(request)));
  }

  private static String detail(AccessToken token) {
    return "%s for %s: %s, until %s"
        .formatted(
            token.name(),
            token.owner().isGroup() ? "group " + token.owner().id() : token.createdBy().name(),
            token.grants().entrySet().stream()
                .map(grant -> grant.getKey() + " " + grant.getValue())
                .collect(Collectors.joining(", ")),
            token.expiresAt().truncatedTo(ChronoUnit.SECONDS));
  }
}
