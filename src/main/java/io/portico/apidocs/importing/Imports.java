package io.portico.apidocs.importing;

import io.portico.apidocs.ApiGatewayDocumentation;
import io.portico.apidocs.Counts;
import io.portico.apidocs.Draft;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.QuotaTurns;
import io.portico.apidocs.RestApi;
import io.portico.audit.Actor;
import io.portico.identity.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The way for many parts at once into an API's draft: planned, shown, confirmed, and then one
 * import at API Gateway. Every method blocks, and fails with {@link
 * io.portico.database.DatabaseUnavailable}.
 */
@ApplicationScoped
public class Imports {
  private static final int SOURCE_LENGTH = 120;

  private final ImportTable table;
  private final RunningImports running;
  private final ImportThreads threads;
  private final ImportTrail trail;
  private final Drafts drafts;
  private final ApiGatewayDocumentation gateway;
  private final QuotaTurns turns;

  Imports(
      ImportTable table,
      RunningImports running,
      ImportThreads threads,
      ImportTrail trail,
      Drafts drafts,
      ApiGatewayDocumentation gateway,
      QuotaTurns turns) {
    this.table = table;
    this.running = running;
    this.threads = threads;
    this.trail = trail;
    this.drafts = drafts;
    this.gateway = gateway;
    this.turns = turns;
  }

  /** Keeps parts until the person has seen at its {@code address} what they would change. */
  public PartsImport plan(RestApi api, Person person, WantedParts wanted) {
    PartsImport planned =
        new PartsImport(
            UUID.randomUUID(),
            api.id(),
            Actor.of(person),
            "",
            wanted.origin(),
            shown(wanted.source()),
            wanted.mode(),
            wanted.strict(),
            Instant.now(),
            ImportState.PLANNED,
            ImportStep.WAITING,
            "",
            Counts.NONE,
            false,
            Optional.empty());
    table.plan(planned, PartsFile.of(api, wanted.parts()).json(), wanted.misfits());
    return planned;
  }

  /** Names of files come from outside. */
  private static String shown(String source) {
    String line = source.replaceAll("[\\p{Cntrl}\\p{Cs}]", " ").strip();
    return line.length() > SOURCE_LENGTH
        ? line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, SOURCE_LENGTH))) + "…"
        : line;
  }

  /** What it would change in a draft. */
  DryRun dryRun(PartsImport planned, Draft draft) {
    return DryRun.of(
        planned, draft, PartsFile.read(table.content(planned.id())), table.misfits(planned.id()));
  }

  /** What a confirmation brought about. */
  enum Confirmation {
    /** It is running now, or was confirmed before. */
    TAKEN,
    /** The draft is not the one that was shown. */
    CHANGED,
    /** It cannot be done, as its page says. */
    IMPOSSIBLE,
    /** Another import of this API is running. */
    OCCUPIED
  }

  /**
   * Begins a planned import.
   *
   * @param base the digest of the draft that was shown
   * @param request the id of the confirming request
   * @throws io.portico.apidocs.ApiGatewayFailure if the draft cannot be read
   */
  Confirmation confirm(PartsImport planned, RestApi api, String base, String request) {
    DryRun plan = dryRun(planned, drafts.fresh(api));
    if (!plan.base().hex().equals(base)) {
      return Confirmation.CHANGED;
    }
    if (plan.obstacle().isPresent()) {
      return Confirmation.IMPOSSIBLE;
    }
    PartsImport confirmed = planned.confirmed(request, plan.counts());
    return switch (running.start(confirmed)) {
      case OTHER -> Confirmation.OCCUPIED;
      case BEFORE -> Confirmation.TAKEN;
      case BEGUN -> {
        threads.run(
            new ImportJob(
                plan.order(api, confirmed),
                ApiDraft.of(api, drafts, gateway),
                turns,
                running,
                trail,
                Clock.systemUTC()));
        yield Confirmation.TAKEN;
      }
    };
  }
}
