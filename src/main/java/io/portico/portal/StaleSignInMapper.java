package io.portico.portal;

import io.portico.identity.SignedIn;
import io.portico.identity.StaleSignIn;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What is answered where a fresh sign-in is demanded and there is none. */
public class StaleSignInMapper {
  private final ErrorPages errors;
  private final DeniedAccess denied;
  private final SignedIn signedIn;
  private final Portal portal;

  StaleSignInMapper(ErrorPages errors, DeniedAccess denied, SignedIn signedIn, Portal portal) {
    this.errors = errors;
    this.denied = denied;
    this.signedIn = signedIn;
    this.portal = portal;
  }

  @ServerExceptionMapper
  Response stale(StaleSignIn cause, RoutingContext context) {
    denied.record(context);
    SignInAgain way = SignInAgain.from(context.request(), portal.origin());
    return errors.response(
        context, ErrorPage.staleSignIn(signedIn.signedInAt(), Instant.now(), way));
  }
}
