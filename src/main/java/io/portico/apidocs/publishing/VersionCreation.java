package io.portico.apidocs.publishing;

import io.portico.apidocs.ApiGatewayFailure;
import io.portico.apidocs.ApiGatewayFailure.Kind;
import io.portico.apidocs.DocumentationVersion;
import io.portico.apidocs.Draft;
import io.portico.apidocs.DraftDigest;
import io.portico.apidocs.Quota;
import io.portico.apidocs.QuotaTurns;
import io.portico.apidocs.QuotaTurns.Turn;
import java.time.Duration;
import java.util.Optional;

/** Makes a draft a version, once, however often it is tried. */
final class VersionCreation {
  /** By how much AWS's clock and the database's may differ. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private final PublishedApi api;
  private final QuotaTurns turns;
  private final Lease lease;

  VersionCreation(PublishedApi api, QuotaTurns turns, Lease lease) {
    this.api = api;
    this.turns = turns;
    this.lease = lease;
  }

  /**
   * Goes on as far as it can.
   *
   * @return how long to wait before the next call; empty when the version is there
   * @throws ApiGatewayFailure if API Gateway cannot be asked or refuses
   * @throws Impossible if there will be no such version
   */
  Optional<Duration> advance(Publication wanted) {
    Optional<DocumentationVersion> there = api.version(wanted.version());
    if (there.isPresent()) {
      take(wanted, there.get());
      return Optional.empty();
    }
    Turn turn = turns.take(Quota.CREATE_VERSION);
    if (!turn.isNow()) {
      lease.step(
          PublicationStep.WAITING,
          "AWS allows one new version in 20 seconds.",
          Optional.of(turn.pause()));
      return Optional.of(turn.pause());
    }
    create(wanted, turn);
    return Optional.empty();
  }

  /** The answer to an earlier try may have been lost, or the replica that made it. */
  private void take(Publication wanted, DocumentationVersion there) {
    boolean ours =
        there.description().equals(wanted.note())
            && wanted
                .creatingAt()
                .filter(tried -> !there.created().isBefore(tried.minus(CLOCK_SKEW)))
                .isPresent();
    if (!ours) {
      throw new Impossible(
          "Somebody has made a version %s meanwhile. Nothing was published. Choose another name."
              .formatted(wanted.version()));
    }
    lease.created(there.created());
  }

  private void create(Publication wanted, Turn turn) {
    boolean called = false;
    Duration pause = Duration.ZERO;
    try {
      Draft draft = api.draft();
      if (!DraftDigest.of(draft).hex().equals(wanted.base())) {
        throw new Impossible(
            "Somebody has changed the draft since it was shown to you. Nothing was published. Look"
                + " at the difference, and publish again.");
      }
      Snapshot snapshot = Snapshot.of(draft);
      lease.creating(snapshot.file(wanted.api(), wanted.version()), snapshot.unreadable());
      called = true;
      lease.created(api.create(wanted.version(), wanted.note()).created());
    } catch (ApiGatewayFailure e) {
      pause = e.kind() == Kind.BUSY ? e.retryAfter().orElse(pause) : pause;
      throw e;
    } finally {
      if (called) {
        turns.used(turn, pause);
      } else {
        turns.unused(turn);
      }
    }
  }
}
