package io.portico.apidocs.importing;

import io.portico.audit.Activity;
import io.portico.audit.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Takes down how imports ended. */
@ApplicationScoped
class ImportTrail {
  private final Audit audit;

  ImportTrail(Audit audit) {
    this.audit = audit;
  }

  void ended(PartsImport ended, ImportOutcome outcome) {
    audit.record(
        new Activity(
            Instant.now().truncatedTo(ChronoUnit.MICROS),
            ended.by(),
            ended.origin().action(),
            "apis/" + ended.api(),
            "%s (%s, %s): %s %s"
                .formatted(
                    ended.title(),
                    ended.mode().label(),
                    ended.counts().words(),
                    outcome.message(),
                    ended.address()),
            outcome.state() == ImportState.DONE ? Activity.Result.DONE : Activity.Result.FAILED,
            ended.request()));
  }
}
