package io.portico.portal;

import io.portico.audit.Activity;
import io.portico.audit.Actor;
import io.portico.audit.Audit;
import io.portico.audit.Reference;
import io.portico.identity.SignedIn;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Takes down what people were not let do on pages of the portal. */
@ApplicationScoped
class DeniedAccess {
  private final Audit audit;
  private final SignedIn signedIn;

  DeniedAccess(Audit audit, SignedIn signedIn) {
    this.audit = audit;
    this.signedIn = signedIn;
  }

  /** Nothing for strangers: nobody is to blame. */
  void record(RoutingContext context) {
    if (context.user() != null) {
      audit.record(activity(context));
    }
  }

  private Activity activity(RoutingContext context) {
    HttpServerRequest request = context.request();
    boolean reads = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
    return new Activity(
        Instant.now(),
        Actor.of(signedIn.person()),
        reads ? Activity.Action.ACCESS : Activity.Action.WRITE,
        "portal",
        request.method() + " " + request.path(),
        Activity.Result.DENIED,
        Reference.of(context));
  }
}
