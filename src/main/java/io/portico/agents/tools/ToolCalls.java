package io.portico.agents.tools;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.portico.agents.Refused;
import io.portico.agents.tools.ToolOutcome.Given;
import io.portico.agents.tools.ToolOutcome.NotGiven;
import io.portico.apidocs.ApiGatewayFailure;
import io.portico.apidocs.ApiGatewayFailureMapper;
import io.portico.audit.Activity;
import io.portico.audit.Activity.Action;
import io.portico.audit.Activity.Result;
import io.portico.audit.Actor;
import io.portico.audit.Audit;
import io.portico.database.DatabaseUnavailable;
import io.portico.mlflow.proxy.MlflowFailure;
import io.portico.portal.ErrorPage;
import io.portico.portal.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Calls tools: checks what they take, keeps what they give small, and records both. */
@ApplicationScoped
class ToolCalls {
  private static final Logger LOG = Logger.getLogger(ToolCalls.class);

  /** Of MLflow's about a failure. */
  private static final int LONGEST_WORDS = 2_000;

  /** What a model can take in beside other things. */
  private static final int MAX_CHARS = 96 * 1024;

  private final CallRoom room;
  private final Audit audit;
  private final MeterRegistry meters;

  ToolCalls(CallRoom room, Audit audit, MeterRegistry meters) {
    this.room = room;
    this.audit = audit;
    this.meters = meters;
  }

  /** Blocks, and does not fail. */
  ToolOutcome call(Tools.Described described, Visit visit, Map<String, Object> arguments) {
    Optional<String> mistake = described.mistake(arguments);
    return mistake.isPresent()
        ? notGiven(Problem.INVALID_ARGUMENTS, mistake.get())
        : checked(described.tool(), visit, arguments);
  }

  private <A extends Record, R extends Record> ToolOutcome checked(
      Tool<A, R> tool, Visit visit, Map<String, Object> given) {
    A arguments;
    try {
      arguments = Schemas.JSON.convertValue(given, tool.card().arguments());
    } catch (IllegalArgumentException beyondTheSchema) {
      return notGiven(
          Problem.INVALID_ARGUMENTS, "A number among the arguments is larger than any can be.");
    }
    Timer.Sample since = Timer.start(meters);
    ToolOutcome outcome =
        room.within(visit.caller().subject(), () -> outcome(tool, visit, arguments))
            .orElseGet(() -> new NotGiven(ErrorPage.of(Problem.TOO_MANY_CALLS)));
    Result result = result(outcome);
    since.stop(
        meters.timer(
            "portico.tools.calls",
            "tool",
            tool.card().name(),
            "outcome",
            result.name().toLowerCase(Locale.ROOT)));
    audit.record(
        new Activity(
            Instant.now(),
            Actor.of(visit.caller()),
            Action.TOOL_CALLED,
            tool.resource(arguments),
            tool.card().name(),
            result,
            visit.reference()));
    return outcome;
  }

  private static NotGiven notGiven(Problem problem, String message) {
    return new NotGiven(new ErrorPage(problem, message));
  }

  private static Result result(ToolOutcome outcome) {
    if (outcome instanceof NotGiven not) {
      Problem problem = not.page().problem();
      return problem == Problem.NOT_FOUND || problem == Problem.FORBIDDEN
          ? Result.DENIED
          : Result.FAILED;
    }
    return Result.DONE;
  }

  private static <A extends Record, R extends Record> ToolOutcome outcome(
      Tool<A, R> tool, Visit visit, A arguments) {
    try {
      return given(tool.call(visit, arguments));
    } catch (ToolRefusal refusal) {
      return notGiven(refusal.problem(), refusal.getMessage());
    } catch (Refused refused) {
      return notGiven(refused.problem(), refused.getMessage());
    } catch (RuntimeException failure) {
      return explained(tool, visit, failure);
    }
  }

  private static ToolOutcome given(Record result) {
    String text = text(result);
    if (text.length() > MAX_CHARS) {
      throw ToolRefusal.of(
          "The answer would have %,d characters, and %,d are what a call may bring. Ask for less:"
                  .formatted(text.length(), MAX_CHARS)
              + " fewer results, or fewer keys of each. People see all of it in the portal.");
    }
    return new Given(Schemas.map(result), text);
  }

  private static String text(Record result) {
    try {
      return Schemas.JSON.writeValueAsString(result);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static NotGiven explained(Tool<?, ?> tool, Visit visit, RuntimeException failure) {
    if (failure instanceof MlflowFailure mlflow && mlflow.isBusy()) {
      return new NotGiven(ErrorPage.of(Problem.MLFLOW_BUSY));
    }
    if (failure instanceof MlflowFailure mlflow && mlflow.isAskersFault()) {
      return notGiven(Problem.TOOL_REFUSED, Texts.cut(mlflow.getMessage(), LONGEST_WORDS));
    }
    String reference = visit.reference();
    // What MLflow says may be anybody's words, over many lines.
    Throwable cause = failure instanceof MlflowFailure ? failure.getCause() : failure;
    LOG.warnf(cause, "The tool %s failed, reference %s", tool.card().name(), reference);
    return new NotGiven(page(failure, reference));
  }

  private static ErrorPage page(RuntimeException failure, String reference) {
    if (failure instanceof MlflowFailure mlflow) {
      return new ErrorPage(
          Problem.MLFLOW_AWAY, Texts.cut(mlflow.getMessage(), LONGEST_WORDS), reference);
    }
    if (failure instanceof ApiGatewayFailure gateway) {
      return ApiGatewayFailureMapper.page(gateway, reference);
    }
    return failure instanceof DatabaseUnavailable
        ? new ErrorPage(Problem.DATABASE_AWAY, "Try again in a minute.", reference)
        : ErrorPage.failure(reference);
  }
}
