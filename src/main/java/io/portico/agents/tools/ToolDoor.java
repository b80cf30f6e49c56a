package io.portico.agents.tools;

import io.portico.agents.Callers;
import io.portico.agents.Refused;
import io.portico.audit.Reference;
import io.portico.identity.Caller;
import io.portico.portal.Portal;
import io.portico.portal.Problem;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;

/** Who comes in, with what, and how often: the same for every way to the tools. */
@ApplicationScoped
class ToolDoor {
  private static final int MAX_BYTES = 1024 * 1024;

  private final Portal portal;
  private final Callers callers;
  private final CallLimit limit;

  ToolDoor(Portal portal, Callers callers, CallLimit limit) {
    this.portal = portal;
    this.callers = callers;
    this.limit = limit;
  }

  /**
   * Lets a message in. Blocks.
   *
   * @throws Refused without a good token, beyond the limit, from a page of another site, or with
   *     something else than JSON
   */
  Visit enter(RoutingContext context, byte[] body) {
    MultiMap headers = context.request().headers();
    checkOrigin(headers);
    Caller caller = callers.of(context);
    checkLimit(context, caller);
    checkForm(headers, body);
    return new Visit(caller, Reference.of(context));
  }

  /** Against pages that make a name of theirs lead here (the transport's security warning). */
  private void checkOrigin(MultiMap headers) {
    String origin = headers.get("Origin");
    if (origin != null && !origin.equals(portal.origin().toString())) {
      throw new Refused(Problem.FOREIGN_ORIGIN);
    }
  }

  private void checkLimit(RoutingContext context, Caller caller) {
    CallLimit.Allowance allowance = limit.take(caller.subject());
    context
        .response()
        .putHeader("RateLimit-Policy", limit.policy())
        .putHeader("RateLimit", CallLimit.header(allowance));
    if (!allowance.granted()) {
      context.response().putHeader("Retry-After", Long.toString(allowance.seconds()));
      throw new Refused(Problem.TOO_MANY_REQUESTS);
    }
  }

  private static void checkForm(MultiMap headers, byte[] body) {
    String type = headers.get("Content-Type");
    if (type == null || !type.split(";")[0].trim().equalsIgnoreCase(MediaType.APPLICATION_JSON)) {
      throw new Refused(Problem.NOT_JSON);
    }
    if (body.length > MAX_BYTES) {
      throw new Refused(Problem.MESSAGE_TOO_LARGE);
    }
  }
}
