package io.portico.apidocs.publishing;

import io.portico.apidocs.ApiGatewayFailure;
import io.portico.apidocs.ApiGatewayFailure.Kind;
import io.portico.apidocs.QuotaTurns;
import io.portico.database.DatabaseUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * One publication on its way. All it knows stands in the table, so that any replica can go on where
 * another was killed: each step may be done twice.
 */
final class PublicationJob {
  private static final Duration DATABASE_BACK = Duration.ofSeconds(5);
  private static final Duration OTHERS_FIRST = Duration.ofSeconds(1);
  private static final Duration API_GATEWAY_BACK = Duration.ofSeconds(5);
  private static final int MAX_FAILURES = 20;

  private final Lease lease;
  private final PublishedApi api;
  private final VersionCreation creation;
  private final SnapshotTaking taking;
  private int failures;

  PublicationJob(Lease lease, PublishedApi api, QuotaTurns turns, Snapshots snapshots) {
    this.lease = lease;
    this.api = api;
    creation = new VersionCreation(api, turns, lease);
    taking = new SnapshotTaking(api, snapshots);
  }

  UUID id() {
    return lease.id();
  }

  /** Goes on as far as it can; how long to wait before the next call, empty if it has ended. */
  Optional<Duration> advance() {
    try {
      return attempt();
    } catch (DatabaseUnavailable away) {
      return Optional.of(DATABASE_BACK);
    } catch (LeaseLost others) {
      return Optional.empty();
    }
  }

  private Optional<Duration> attempt() {
    try {
      Optional<Duration> wait = made();
      if (wait.isEmpty()) {
        show();
        lease.end(taking.take(lease.publication()));
      }
      return wait;
    } catch (Impossible e) {
      lease.fail(e.getMessage());
      return Optional.empty();
    } catch (ApiGatewayFailure e) {
      return afterwards(e);
    }
  }

  private Optional<Duration> made() {
    int ahead = lease.ahead();
    if (ahead > 0) {
      lease.step(
          PublicationStep.WAITING,
          ahead == 1 ? "One publication comes first." : ahead + " publications come first.",
          Optional.empty());
      return Optional.of(OTHERS_FIRST);
    }
    Publication publication = lease.publication();
    return publication.isToBeMade() ? creation.advance(publication) : Optional.empty();
  }

  /** On every stage, whatever becomes of the others. */
  private void show() {
    Publication publication = lease.publication();
    for (PublicationStage stage : publication.stages()) {
      if (stage.isOpen()) {
        lease.stage(stage.stage(), problem(stage.stage(), publication.version()));
      }
    }
  }

  private String problem(String stage, String version) {
    try {
      api.show(stage, version);
      return "";
    } catch (ApiGatewayFailure e) {
      return switch (e.kind()) {
        case BUSY, AWAY -> throw e;
        case NOT_FOUND -> "There is no such stage, or no such version, any more.";
        case DENIED -> "The portal may not change this stage. Ask the people who run this portal.";
        case CONFLICT, REFUSED, QUOTA -> "API Gateway says: \"%s\"".formatted(e.getMessage());
      };
    }
  }

  private Optional<Duration> afterwards(ApiGatewayFailure failure) {
    boolean passes = failure.kind() == Kind.BUSY || failure.kind() == Kind.AWAY;
    if (!passes || ++failures > MAX_FAILURES) {
      lease.fail(
          passes
              ? "API Gateway did not answer, or was asked too often, time after time. Publish again later."
              : "API Gateway says: \"%s\"".formatted(failure.getMessage()));
      return Optional.empty();
    }
    Duration pause = failure.retryAfter().orElse(API_GATEWAY_BACK);
    lease.step(
        lease.publication().step(),
        failure.kind() == Kind.BUSY
            ? "API Gateway is asked too often just now."
            : "API Gateway gives no answer.",
        Optional.of(pause));
    return Optional.of(pause);
  }
}
