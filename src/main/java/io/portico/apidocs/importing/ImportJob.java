package io.portico.apidocs.importing;

import io.portico.apidocs.ApiGatewayFailure;
import io.portico.apidocs.Draft;
import io.portico.apidocs.DraftDigest;
import io.portico.apidocs.Imported;
import io.portico.apidocs.Quota;
import io.portico.apidocs.QuotaTurns;
import io.portico.apidocs.QuotaTurns.Turn;
import io.portico.apidocs.openapi.DocumentationFile;
import io.portico.database.DatabaseUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** One import on its way. Each step stands in the table before it is taken. */
final class ImportJob {
  private static final Duration DATABASE_BACK = Duration.ofSeconds(5);
  private static final int MAX_WAITS = 20;

  private final Order order;
  private final ApiDraft draft;
  private final QuotaTurns turns;
  private final RunningImports table;
  private final ImportTrail trail;
  private final Clock clock;

  private boolean called;
  private boolean sent;
  private Optional<Imported> answer = Optional.empty();
  private int waits;

  ImportJob(
      Order order,
      ApiDraft draft,
      QuotaTurns turns,
      RunningImports table,
      ImportTrail trail,
      Clock clock) {
    this.order = order;
    this.draft = draft;
    this.turns = turns;
    this.table = table;
    this.trail = trail;
    this.clock = clock;
  }

  UUID id() {
    return order.confirmed().id();
  }

  /** Goes on as far as it can; how long to wait before the next call, empty if it has ended. */
  Optional<Duration> advance() {
    try {
      return attempt();
    } catch (DatabaseUnavailable away) {
      return Optional.of(DATABASE_BACK);
    }
  }

  private Optional<Duration> attempt() {
    if (sent) {
      end(compared());
      return Optional.empty();
    }
    Turn turn = turns.take(Quota.IMPORT);
    if (!turn.isNow()) {
      return Optional.of(waiting(turn.pause()));
    }
    try {
      Optional<ImportOutcome> ended = inTurn(turn);
      end(ended.orElseGet(this::compared));
      return Optional.empty();
    } catch (ApiGatewayFailure e) {
      return afterwards(e);
    }
  }

  private Optional<ImportOutcome> inTurn(Turn turn) {
    called = false;
    try {
      return send();
    } finally {
      if (called) {
        turns.used(turn);
      } else {
        turns.unused(turn);
      }
    }
  }

  /** Gives up, at a stop or after an accident. */
  void abandon(String why) {
    end(
        sent
            ? new ImportOutcome(ImportState.STOPPED, why)
            : ImportOutcome.failed(why + " Nothing was sent."));
  }

  /** How it ended, if it did before anything was sent. */
  private Optional<ImportOutcome> send() {
    if (!table.step(id(), ImportStep.CHECKING, "")) {
      return Optional.of(ImportOutcome.failed("It stood still for too long. Nothing was sent."));
    }
    Draft before = draft.fresh();
    if (!DraftDigest.of(before).equals(order.base())) {
      return Optional.of(changedMeanwhile(before));
    }
    DocumentationFile backup = PartsFile.of(order.api(), before.documentation());
    if (backup.isTooLong()) {
      return Optional.of(
          ImportOutcome.failed(
              "The draft has more than 6 MB, which no import could bring back. Nothing was sent."));
    }
    table.keep(id(), backup.json());
    if (!table.step(id(), ImportStep.SENDING, "")) {
      return Optional.of(ImportOutcome.failed("It stood still for too long. Nothing was sent."));
    }
    return take();
  }

  private Optional<ImportOutcome> take() {
    called = true;
    try {
      answer =
          Optional.of(
              draft.take(order.file(), order.confirmed().mode(), order.confirmed().strict()));
    } catch (ApiGatewayFailure e) {
      if (e.kind() == ApiGatewayFailure.Kind.BUSY) {
        throw e;
      }
      if (e.kind() != ApiGatewayFailure.Kind.AWAY) {
        return Optional.of(
            ImportOutcome.failed(
                "API Gateway did not take it. It says: \"%s\" Nothing was changed."
                    .formatted(e.getMessage())));
      }
    }
    sent = true;
    return Optional.empty();
  }

  /** A first attempt may have been carried out although its answer was lost and another refused. */
  private ImportOutcome changedMeanwhile(Draft now) {
    return waits == 0
        ? ImportOutcome.failed(
            "Somebody has changed the draft since it was shown to you. Nothing was sent. Plan it again.")
        : ImportOutcome.of(answer, false, order.others(now.documentation()));
  }

  private ImportOutcome compared() {
    table.step(id(), ImportStep.COMPARING, "");
    Draft after;
    try {
      after = draft.fresh();
    } catch (ApiGatewayFailure e) {
      return ImportOutcome.unseen(answer);
    }
    return ImportOutcome.of(
        answer, DraftDigest.of(after).equals(order.base()), order.others(after.documentation()));
  }

  /** Before anything was sent: a failure of reading, or a quota. */
  private Optional<Duration> afterwards(ApiGatewayFailure failure) {
    boolean busy = failure.kind() == ApiGatewayFailure.Kind.BUSY;
    if (!busy || ++waits > MAX_WAITS) {
      end(
          ImportOutcome.failed(
              "API Gateway %s. Nothing was sent. Plan it again later."
                  .formatted(busy ? "was asked too often, for too long" : "could not be read")));
      return Optional.empty();
    }
    return Optional.of(waiting(failure.retryAfter().orElse(Quota.IMPORT.interval())));
  }

  private Duration waiting(Duration pause) {
    Instant then = clock.instant().plus(pause).truncatedTo(ChronoUnit.SECONDS);
    table.step(
        id(),
        ImportStep.WAITING,
        "AWS allows one import in 30 seconds. The next try is at %s.".formatted(then));
    return pause;
  }

  private void end(ImportOutcome outcome) {
    table.end(id(), outcome);
    trail.ended(order.confirmed(), outcome);
  }
}
