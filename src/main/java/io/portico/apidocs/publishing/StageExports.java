package io.portico.apidocs.publishing;

import com.github.benmanes.caffeine.cache.Ticker;
import io.portico.apidocs.ApiGatewayDocumentation;
import io.portico.apidocs.ApiGatewayFailure;
import io.portico.apidocs.ApiGatewayVersions;
import io.portico.apidocs.DocumentationVersion;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.RestApi;
import io.portico.apidocs.SharedReads;
import io.portico.apidocs.Stage;
import io.portico.apidocs.publishing.KeptSnapshot.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** What stages show and nobody has kept: read from their exports as long as they show it. */
@ApplicationScoped
class StageExports {
  private static final Logger LOG = Logger.getLogger(StageExports.class);

  /** An export that cannot be read is not asked for by every page. */
  private static final Duration RETRY = Duration.ofMinutes(1);

  private final Drafts drafts;
  private final ApiGatewayDocumentation gateway;
  private final ApiGatewayVersions versions;
  private final Snapshots snapshots;
  private final SharedReads<Boolean> readings = new SharedReads<>(RETRY, Ticker.systemTicker());

  StageExports(
      Drafts drafts,
      ApiGatewayDocumentation gateway,
      ApiGatewayVersions versions,
      Snapshots snapshots) {
    this.drafts = drafts;
    this.gateway = gateway;
    this.versions = versions;
    this.snapshots = snapshots;
  }

  /**
   * Keeps what a stage shows.
   *
   * @return whether it could be read
   * @throws io.portico.database.DatabaseUnavailable if it cannot be kept
   */
  boolean takeIn(RestApi api, Stage stage, DocumentationVersion version) {
    String key = api.id() + " " + stage + " " + version.created();
    boolean read = readings.get(key, () -> read(api, stage.name(), version));
    if (read) {
      // It is kept from now on, and nobody asks unless it is lost.
      readings.forget(key);
    }
    return read;
  }

  private boolean read(RestApi api, String stage, DocumentationVersion version) {
    try {
      PublishedApi published = PublishedApi.of(api, drafts, gateway, versions);
      Optional<Snapshot> shown =
          new SnapshotTaking(published, snapshots).shownOn(stage, version.name());
      shown.ifPresent(says -> snapshots.keep(api.id(), version, Source.EXPORT, says));
      return shown.isPresent();
    } catch (ApiGatewayFailure e) {
      LOG.warnf("The export of %s/%s is not to be had: %s", api.id(), stage, e.getMessage());
      return false;
    }
  }
}
