package io.portico.apidocs.publishing;

import io.portico.apidocs.ApiGatewayFailure;
import io.portico.apidocs.DocumentationVersion;
import io.portico.apidocs.DraftDigest;
import io.portico.apidocs.openapi.FileDocumentation;
import io.portico.apidocs.openapi.InvalidOpenApi;
import io.portico.apidocs.openapi.OpenApiFile;
import io.portico.apidocs.publishing.KeptSnapshot.Source;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Keeps what a version really says, as soon as anybody can tell. */
final class SnapshotTaking {
  private static final Logger LOG = Logger.getLogger(SnapshotTaking.class);

  private final PublishedApi api;
  private final Snapshots snapshots;

  SnapshotTaking(PublishedApi api, Snapshots snapshots) {
    this.api = api;
    this.snapshots = snapshots;
  }

  /**
   * After a publication.
   *
   * @return what people have to know of it; empty if nothing
   * @throws ApiGatewayFailure if API Gateway cannot be asked
   */
  String take(Publication published) {
    Optional<DocumentationVersion> version = api.version(published.version());
    if (version.isEmpty()) {
      return "Somebody has deleted the version meanwhile.";
    }
    Optional<String> stage =
        published.stages().stream()
            .filter(PublicationStage::isShown)
            .map(PublicationStage::stage)
            .findFirst();
    if (stage.isPresent()) {
      return exported(version.get(), stage.get());
    }
    return published.makes() ? compared(published, version.get()) : "";
  }

  private String exported(DocumentationVersion version, String stage) {
    Optional<Snapshot> shown = shownOn(stage, version.name());
    if (shown.isEmpty()) {
      return "What it says could not be read back from %s.".formatted(stage);
    }
    Optional<KeptSnapshot> kept = snapshots.of(api.id(), version);
    snapshots.keep(api.id(), version, Source.EXPORT, shown.get());
    return kept.filter(before -> !before.snapshot().equals(shown.get())).isPresent()
        ? "What it says is not quite what was shown to you, for somebody wrote at the same moment."
        : "";
  }

  /** What a stage shows, if it is that version. */
  Optional<Snapshot> shownOn(String stage, String version) {
    try {
      OpenApiFile export = OpenApiFile.read(api.export(stage));
      return FileDocumentation.versionOf(export)
          .filter(version::equals)
          .map(found -> Snapshot.of(export));
    } catch (InvalidOpenApi e) {
      LOG.warnf("The export of %s/%s cannot be read: %s", api.id(), stage, e.getMessage());
      return Optional.empty();
    }
  }

  /** Between the last look at the draft and the version somebody may have written. */
  private String compared(Publication published, DocumentationVersion version) {
    if (DraftDigest.of(api.draft()).hex().equals(published.base())) {
      return "";
    }
    snapshots.forget(api.id(), version);
    return "Somebody wrote at the same moment, so what it says is not known until a stage shows it.";
  }
}
