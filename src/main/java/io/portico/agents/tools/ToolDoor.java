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
import java.util.List;
import java.util.regex.Pattern;

/** Who comes in, with what, and how often: the same for every way to the tools. */
@ApplicationScoped
class ToolDoor {
  /** RFC 8259, 8.1: between systems JSON is UTF-8, and has no parameter that says so. */
  private static final Pattern JSON =
      Pattern.compile("application/json(\\s*;\\s*charset=\"?utf-8\"?)?", Pattern.CASE_INSENSITIVE);

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
  Visit enter(RoutingContext context) {
    MultiMap headers = context.request().headers();
    checkOrigin(context);
    Caller caller = callers.of(context);
    checkLimit(context, caller);
    checkForm(headers);
    return new Visit(caller, Reference.of(context));
  }

  /** Against pages that make a name of theirs lead here (the transport's security warning). */
  private void checkOrigin(RoutingContext context) {
    List<String> origins = context.request().headers().getAll("Origin");
    String own = portal.originIn(context.request()).toString();
    if (!origins.stream().allMatch(own::equals)) {
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

  private static void checkForm(MultiMap headers) {
    String type = headers.get("Content-Type");
    if (type == null
        || !JSON.matcher(type.trim()).matches()
        || headers.contains("Content-Encoding")) {
      throw new Refused(Problem.NOT_JSON);
    }
  }
}
