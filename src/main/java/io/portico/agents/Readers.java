package io.portico.agents;

import io.portico.identity.SignedIn;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells who asks: a program by its bearer token, a person by the session. Blocks. */
@ApplicationScoped
class Readers {
  private final Callers callers;
  private final SecurityIdentity identity;
  private final SignedIn signedIn;

  Readers(Callers callers, SecurityIdentity identity, SignedIn signedIn) {
    this.callers = callers;
    this.identity = identity;
    this.signedIn = signedIn;
  }

  /**
   * The reader. Where there is a header {@code Authorization} no cookie counts.
   *
   * @throws Refused if a token is not good, or that cannot be told
   */
  Reader of(RoutingContext context) {
    if (context.request().headers().contains("Authorization")) {
      return Reader.of(callers.of(context).groups());
    }
    return identity.isAnonymous() ? Reader.ANYBODY : Reader.of(signedIn.person().groups());
  }
}
