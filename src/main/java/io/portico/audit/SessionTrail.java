package io.portico.audit;

import io.portico.identity.SessionEvent;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;

/** Takes down who signs in and out. */
@ApplicationScoped
class SessionTrail {
  private final Audit audit;
  private final CurrentVertxRequest request;

  SessionTrail(Audit audit, CurrentVertxRequest request) {
    this.audit = audit;
    this.request = request;
  }

  void hear(@Observes SessionEvent event) {
    switch (event.kind()) {
      case STARTED -> record(event, Activity.Action.SIGN_IN);
      case ENDED -> record(event, Activity.Action.SIGN_OUT);
      case REFRESHED -> {
        // The same session goes on.
      }
    }
  }

  private void record(SessionEvent event, Activity.Action action) {
    audit.record(
        new Activity(
            Instant.now(),
            Actor.of(event.person()),
            action,
            "portal",
            "",
            Activity.Result.DONE,
            reference()));
  }

  /** Empty where no request is at work, as in a refresh by a timer. */
  private String reference() {
    return Arc.container().requestContext().isActive() && request.getCurrent() != null
        ? Reference.of(request.getCurrent())
        : "";
  }
}
