package io.portico.apidocs.publishing;

import com.github.benmanes.caffeine.cache.Ticker;
import io.portico.apidocs.Draft;
import io.portico.apidocs.DraftDigest;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.RestApi;
import io.portico.apidocs.SharedReads;
import io.portico.apidocs.Stage;
import io.portico.portal.Moment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the stages of an API stand to its draft. */
@ApplicationScoped
class Drifts {
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Drafts drafts;
  private final Versions versions;
  private final Snapshots snapshots;
  private final DriftTable table;

  /** As many people look at it as at the home page, and it changes with the draft only. */
  private final SharedReads<List<Drift>> read = new SharedReads<>(KEPT, Ticker.systemTicker());

  Drifts(Drafts drafts, Versions versions, Snapshots snapshots, DriftTable table) {
    this.drafts = drafts;
    this.versions = versions;
    this.snapshots = snapshots;
    this.table = table;
  }

  /**
   * Of each stage, as old as the draft is.
   *
   * @throws io.portico.apidocs.ApiGatewayFailure if API Gateway cannot be asked
   * @throws io.portico.database.DatabaseUnavailable if what was seen before is not to be had
   */
  List<StageDrift> of(RestApi api) {
    Draft draft = drafts.of(api);
    String key = api.id() + " " + draft.readAt() + " " + DraftDigest.of(draft).hex();
    List<Drift> now = read.get(key, () -> read(api, draft));
    Map<String, Instant> since = table.seen(api.id(), now);
    return now.stream()
        .map(
            drift ->
                new StageDrift(
                    drift,
                    Optional.ofNullable(since.get(drift.stage().name()))
                        .map(at -> new Moment(at, Instant.now()))))
        .toList();
  }

  private List<Drift> read(RestApi api, Draft draft) {
    VersionList list = versions.of(api);
    return list.stages().stream()
        .map(
            stage ->
                Drift.of(
                    stage,
                    draft.documentation(),
                    shown(api, stage, list).map(Snapshot::documentation)))
        .toList();
  }

  private Optional<Snapshot> shown(RestApi api, Stage stage, VersionList list) {
    return stage
        .documentationVersion()
        .flatMap(list::version)
        .flatMap(version -> snapshots.of(api.id(), version.of()))
        .map(KeptSnapshot::snapshot);
  }
}
