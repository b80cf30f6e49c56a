package io.portico.agents.tools;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.portico.apidocs.ApiGatewayFailure;
import io.portico.audit.Activity;
import io.portico.audit.Activity.Action;
import io.portico.audit.Activity.Result;
import io.portico.audit.Actor;
import io.portico.audit.Audit;
import io.portico.database.DatabaseUnavailable;
import io.portico.mlflow.proxy.MlflowFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import org.jboss.logging.Logger;

/** Calls tools: keeps answers small, failures clear, and the record of both. */
@ApplicationScoped
class ToolCalls {
  private static final Logger LOG = Logger.getLogger(ToolCalls.class);

  /** What a model can take in beside other things. */
  private static final int MAX_CHARS = 64 * 1024;

  private final Audit audit;
  private final MeterRegistry meters;

  ToolCalls(Audit audit, MeterRegistry meters) {
    this.audit = audit;
    this.meters = meters;
  }

  <A extends Record, R extends Record> CallToolResult call(
      Tool<A, R> tool, Visit visit, CallToolRequest request) {
    Timer.Sample since = Timer.start(meters);
    A arguments = arguments(tool, request);
    Result result = Result.FAILED;
    try {
      CallToolResult answer = answer(tool.call(visit, arguments));
      result = Result.DONE;
      return answer;
    } catch (ToolRefusal refusal) {
      result = refusal.isDenied() ? Result.DENIED : Result.FAILED;
      return error(refusal.getMessage());
    } catch (RuntimeException failure) {
      return error(explanation(tool, visit, failure));
    } finally {
      since.stop(
          meters.timer(
              "portico.mcp.calls", "tool", tool.name(), "outcome", result.name().toLowerCase()));
      audit.record(
          new Activity(
              Instant.now(),
              Actor.of(visit.caller()),
              Action.TOOL_CALLED,
              tool.resource(arguments),
              tool.name(),
              result,
              visit.reference()));
    }
  }

  /** They were checked against the schema. */
  private static <A extends Record> A arguments(Tool<A, ?> tool, CallToolRequest request) {
    Map<String, Object> given = request.arguments() == null ? Map.of() : request.arguments();
    return Schemas.JSON.convertValue(given, tool.arguments());
  }

  private static CallToolResult answer(Record result) {
    String text = text(result);
    if (text.length() > MAX_CHARS) {
      throw ToolRefusal.of(
          "The answer would have %,d characters, and %,d are what a call may bring. Ask for less:"
                  .formatted(text.length(), MAX_CHARS)
              + " fewer results, or fewer keys of each.");
    }
    return CallToolResult.builder()
        .addTextContent(text)
        .structuredContent(Schemas.map(result))
        .isError(false)
        .build();
  }

  private static String text(Record result) {
    try {
      return Schemas.JSON.writeValueAsString(result);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CallToolResult error(String message) {
    return CallToolResult.builder().addTextContent(message).isError(true).build();
  }

  private static String explanation(Tool<?, ?> tool, Visit visit, RuntimeException failure) {
    String reference = " Reference: " + visit.reference();
    if (failure instanceof MlflowFailure mlflow && mlflow.isAskersFault()) {
      return "MLflow says: " + mlflow.getMessage();
    }
    LOG.warnf(failure, "The tool %s failed [%s]", tool.name(), visit.reference());
    if (failure instanceof MlflowFailure mlflow) {
      return mlflow.getMessage() + reference;
    }
    if (failure instanceof ApiGatewayFailure) {
      return "API Gateway does not answer as it should. Try again in a minute." + reference;
    }
    if (failure instanceof DatabaseUnavailable) {
      return "The portal's database does not answer. Try again in a minute." + reference;
    }
    return "The portal failed. Tell the people who run it." + reference;
  }
}
