package io.portico.apidocs;

import io.portico.audit.Activity;
import io.portico.audit.Activity.Action;
import io.portico.audit.Activity.Result;
import io.portico.audit.Actor;
import io.portico.audit.Audit;
import io.portico.audit.Reference;
import io.portico.identity.SignedIn;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Takes down what the person of this request does to an API's documentation. */
@ApplicationScoped
public class ApiTrail {
  private final Audit audit;
  private final SignedIn signedIn;
  private final RoutingContext request;

  ApiTrail(Audit audit, SignedIn signedIn, RoutingContext request) {
    this.audit = audit;
    this.signedIn = signedIn;
    this.request = request;
  }

  /**
   * Never blocks and never fails.
   *
   * @param detail what of it was changed, for people
   */
  public void record(Action action, ApiAccess access, String detail, Result result) {
    audit.record(
        new Activity(
            Instant.now().truncatedTo(ChronoUnit.MICROS),
            Actor.of(signedIn.person()),
            action,
            access.api().resource(),
            detail,
            result,
            Reference.of(request)));
  }
}
