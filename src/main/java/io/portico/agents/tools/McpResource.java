package io.portico.agents.tools;

import io.portico.agents.Callers;
import io.portico.agents.Refused;
import io.portico.audit.Reference;
import io.portico.identity.Caller;
import io.portico.portal.Portal;
import io.portico.portal.Problem;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * The endpoint of the Model Context Protocol: streamable HTTP without sessions and without streams.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports">Transports</a>
 */
@Path("/mcp")
@PermitAll
@Blocking
public class McpResource {
  private static final int MAX_BYTES = 1024 * 1024;

  private final Portal portal;
  private final Callers callers;
  private final CallLimit limit;
  private final ToolServer server;

  McpResource(Portal portal, Callers callers, CallLimit limit, ToolServer server) {
    this.portal = portal;
    this.callers = callers;
    this.limit = limit;
    this.server = server;
  }

  @POST
  public Response message(RoutingContext context, byte[] body) {
    MultiMap headers = context.request().headers();
    checkOrigin(headers);
    Caller caller = callers.of(context);
    checkLimit(context, caller);
    checkForm(headers, body);
    String reference = Reference.of(context);
    ToolServer.Answer answer = server.answer(new Visit(caller, reference), body);
    return Response.status(answer.status())
        .type(MediaType.APPLICATION_JSON)
        .header("Cache-Control", "no-store")
        .header("X-Request-Id", reference)
        .entity(answer.json().orElse(null))
        .build();
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

  private void checkForm(MultiMap headers, byte[] body) {
    String type = headers.get("Content-Type");
    if (type == null || !type.split(";")[0].trim().equalsIgnoreCase(MediaType.APPLICATION_JSON)) {
      throw new Refused(Problem.NOT_JSON);
    }
    if (body.length > MAX_BYTES) {
      throw new Refused(Problem.MESSAGE_TOO_LARGE);
    }
    String version = headers.get("MCP-Protocol-Version");
    if (version != null && !server.protocolVersions().contains(version)) {
      throw new Refused(
          Problem.UNKNOWN_PROTOCOL_VERSION,
          "The portal speaks " + String.join(", ", server.protocolVersions()) + ".");
    }
  }
}
