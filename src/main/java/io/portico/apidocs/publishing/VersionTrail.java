package io.portico.apidocs.publishing;

import io.portico.apidocs.ApiAccess;
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

/** Takes down what happens to versions beside their publication. */
@ApplicationScoped
class VersionTrail {
  private final Audit audit;
  private final SignedIn signedIn;
  private final RoutingContext request;

  VersionTrail(Audit audit, SignedIn signedIn, RoutingContext request) {
    this.audit = audit;
    this.signedIn = signedIn;
    this.request = request;
  }

  void record(Action action, ApiAccess access, String version, Result result) {
    audit.record(
        new Activity(
            Instant.now().truncatedTo(ChronoUnit.MICROS),
            Actor.of(signedIn.person()),
            action,
            access.api().resource(),
            version,
            result,
            Reference.of(request)));
  }
}
