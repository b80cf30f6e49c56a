package io.portico.apidocs.importing;

import io.portico.apidocs.Counts;
import io.portico.apidocs.ImportMode;
import io.portico.audit.Actor;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An import of parts into an API's draft, without what it brings and what was there before.
 *
 * @param by who planned it, and alone may confirm it
 * @param request the id of the request that confirmed it; empty until then
 * @param source the name of the file, or what else the parts come from, for people
 * @param strict whether anything that has no place makes it fail
 * @param step what it is doing, while it is running
 * @param message more about it, for people; may be empty
 * @param counts of the plan; all 0 until it is confirmed
 * @param backup whether what was there before is kept
 */
public record PartsImport(
    UUID id,
    String api,
    Actor by,
    String request,
    ImportOrigin origin,
    String source,
    ImportMode mode,
    boolean strict,
    Instant plannedAt,
    ImportState state,
    ImportStep step,
    String message,
    Counts counts,
    boolean backup,
    Optional<Instant> endedAt) {

  /** On its way. */
  PartsImport confirmed(String inRequest, Counts planned) {
    return new PartsImport(
        id,
        api,
        by,
        inRequest,
        origin,
        source,
        mode,
        strict,
        plannedAt,
        ImportState.RUNNING,
        step,
        message,
        planned,
        backup,
        endedAt);
  }

  public boolean isReplacement() {
    return origin == ImportOrigin.REPLACE;
  }

  public boolean isPlanned() {
    return state == ImportState.PLANNED;
  }

  public boolean isRunning() {
    return state == ImportState.RUNNING;
  }

  /** Where it is shown. */
  public String address() {
    return "/app/apis/" + api + "/imports/" + id;
  }

  /** What it is, for people. */
  public String title() {
    return switch (origin) {
      case FILE -> "Import of " + source;
      case RESTORE, VERSION -> "Restore of " + source;
      case REPLACE -> "Replacement of " + source;
    };
  }
}
