package io.portico.agents.tools;

import io.portico.agents.Refused;
import io.portico.portal.Problem;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/**
 * The tools by the Model Context Protocol: streamable HTTP without sessions and without streams.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports">Transports</a>
 */
@Path("/mcp")
@PermitAll
@Blocking
public class McpResource {
  private final ToolDoor door;
  private final ToolServer server;

  McpResource(ToolDoor door, ToolServer server) {
    this.door = door;
    this.server = server;
  }

  @POST
  public Response message(RoutingContext context) throws IOException {
    Visit visit = door.enter(context);
    checkVersion(context.request().getHeader("MCP-Protocol-Version"));
    ToolServer.Answer answer = server.answer(visit, MessageLane.of(context));
    return Response.status(answer.status())
        .type(MediaType.APPLICATION_JSON)
        .entity(answer.json().orElse(null))
        .build();
  }

  private void checkVersion(String version) {
    if (version != null && !server.protocolVersions().contains(version)) {
      throw new Refused(
          Problem.UNKNOWN_PROTOCOL_VERSION,
          "The portal speaks " + String.join(", ", server.protocolVersions()) + ".");
    }
  }
}
