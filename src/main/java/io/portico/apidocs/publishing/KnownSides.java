package io.portico.apidocs.publishing;

import io.portico.apidocs.Draft;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.RestApi;
import io.portico.apidocs.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out what draft, stages and versions say, as far as anybody can tell. Every method blocks,
 * and fails with {@link io.portico.database.DatabaseUnavailable} or {@link
 * io.portico.apidocs.ApiGatewayFailure}.
 */
@ApplicationScoped
class KnownSides {
  private final Drafts drafts;
  private final Versions versions;
  private final Snapshots snapshots;

  KnownSides(Drafts drafts, Versions versions, Snapshots snapshots) {
    this.drafts = drafts;
    this.versions = versions;
    this.snapshots = snapshots;
  }

  KnownSide of(RestApi api, Side side) {
    return of(api, side, versions.of(api));
  }

  /** The same for who has the list of versions already. */
  KnownSide of(RestApi api, Side side, VersionList list) {
    return switch (side.kind()) {
      case DRAFT -> draft(side, drafts.of(api));
      case STAGE -> stage(api, side, list);
      case VERSION -> version(api, side, list);
    };
  }

  private static KnownSide draft(Side side, Draft draft) {
    return KnownSide.of(side, "the draft", Snapshot.of(draft));
  }

  private KnownSide stage(RestApi api, Side side, VersionList list) {
    String name = "stage " + side.name();
    Optional<Stage> stage =
        list.stages().stream().filter(there -> there.name().equals(side.name())).findFirst();
    if (stage.isEmpty()) {
      return KnownSide.unknown(
          side, name, "The API does not have this stage, or no longer. Choose another.");
    }
    return stage
        .get()
        .documentationVersion()
        .map(version -> says(api, side, name + ", version " + version, list, version))
        .orElseGet(() -> KnownSide.of(side, name + ", no version", new Snapshot(Map.of(), 0)));
  }

  private KnownSide version(RestApi api, Side side, VersionList list) {
    return says(api, side, "version " + side.name(), list, side.name());
  }

  private KnownSide says(RestApi api, Side side, String title, VersionList list, String version) {
    Optional<ListedVersion> listed = list.version(version);
    if (listed.isEmpty()) {
      return KnownSide.unknown(
          side, title, "The API does not have this version, or no longer. Choose another.");
    }
    return listed
        .flatMap(known -> snapshots.of(api.id(), known.of()))
        .map(kept -> KnownSide.of(side, title, kept.snapshot()))
        .orElseGet(() -> KnownSide.unknown(side, title, why(listed.get())));
  }

  private static String why(ListedVersion version) {
    return version.isShown()
        ? "The export of %s cannot be read at the moment. Try again in a minute."
            .formatted(String.join(", ", version.stages()))
        : "It was made outside of the portal, and API Gateway tells what a version says only while a"
            + " stage shows it. Show it on a stage once, and the portal knows it from then on.";
  }
}
