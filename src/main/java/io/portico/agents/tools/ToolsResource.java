package io.portico.agents.tools;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import io.portico.agents.Refused;
import io.portico.agents.tools.IdempotentAnswers.Answer;
import io.portico.portal.Problem;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

/** The tools as plain JSON, for programs that speak no protocol for agents. */
@Path("/api/tools")
@PermitAll
@Blocking
public class ToolsResource {
  private static final TypeReference<Map<String, Object>> ARGUMENTS = new TypeReference<>() {};

  private final ToolDoor door;
  private final Tools tools;
  private final ToolCalls calls;
  private final IdempotentAnswers answers;

  ToolsResource(ToolDoor door, Tools tools, ToolCalls calls, IdempotentAnswers answers) {
    this.door = door;
    this.tools = tools;
    this.calls = calls;
    this.answers = answers;
  }

  @POST
  @Path("{tool}")
  public Response call(@RestPath String tool, RoutingContext context) {
    Visit visit = door.enter(context);
    byte[] body = MessageLane.of(context);
    Tools.Described described =
        tools.find(tool).orElseThrow(() -> new Refused(Problem.TOOL_NOT_FOUND));
    Map<String, Object> arguments = arguments(body);
    Optional<IdempotencyKey> key = IdempotencyKey.of(context.request().headers());
    if (key.isEmpty() || described.tool().isReadOnly()) {
      return answer(new Answer(json(described, visit, arguments), false));
    }
    return answer(
        answers.once(
            new IdempotentAnswers.Request(visit.caller(), key.get(), content(tool, body)),
            () -> json(described, visit, arguments)));
  }

  private static Map<String, Object> arguments(byte[] body) {
    try {
      Map<String, Object> arguments = Schemas.JSON.readValue(body, ARGUMENTS);
      if (arguments != null) {
        return arguments;
      }
    } catch (IOException notJson) {
      // Told below; the parser's words repeat what was sent.
    }
    throw new Refused(Problem.INVALID_ARGUMENTS, "The body is not a JSON object.");
  }

  private String json(Tools.Described tool, Visit visit, Map<String, Object> arguments) {
    ToolOutcome outcome = calls.call(tool, visit, arguments);
    if (outcome instanceof ToolOutcome.NotGiven not) {
      throw new Refused(not.page());
    }
    return ((ToolOutcome.Given) outcome).text();
  }

  private static byte[] content(String tool, byte[] body) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes((tool + "\n").getBytes(UTF_8));
    content.writeBytes(body);
    return content.toByteArray();
  }

  private static Response answer(Answer answer) {
    Response.ResponseBuilder response = Response.ok(answer.json()).type(MediaType.APPLICATION_JSON);
    return answer.replayed()
        ? response.header("Idempotency-Replayed", "true").build()
        : response.build();
  }
}
