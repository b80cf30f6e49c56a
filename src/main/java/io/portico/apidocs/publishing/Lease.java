package io.portico.apidocs.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A running publication in the hands of one replica. All that writes fails once it is lost. */
final class Lease {
  private final RunningPublications table;
  private final UUID id;
  private final UUID worker;

  Lease(RunningPublications table, UUID id, UUID worker) {
    this.table = table;
    this.id = id;
    this.worker = worker;
  }

  UUID id() {
    return id;
  }

  Publication publication() {
    return table.held(id, worker);
  }

  int ahead() {
    return table.ahead(id);
  }

  void step(PublicationStep step, String message, Optional<Duration> pause) {
    table.step(id, worker, step, message, pause);
  }

  void creating(String content, int unreadable) {
    table.creating(id, worker, content, unreadable);
  }

  void created(Instant createdAt) {
    table.created(id, worker, createdAt);
  }

  void stage(String stage, String problem) {
    table.stage(id, worker, stage, problem);
  }

  /** As it stands now. */
  void end(String remark) {
    end(PublicationOutcome.of(publication(), remark));
  }

  /** Before all was done. */
  void fail(String why) {
    end(PublicationOutcome.failed(publication(), why));
  }

  private void end(PublicationOutcome outcome) {
    table.end(id, worker, outcome.state(), outcome.message(), outcome.activity(publication()));
  }
}
