package io.portico.apidocs.publishing;

import io.portico.apidocs.ImportMode;
import io.portico.apidocs.RestApi;
import io.portico.apidocs.importing.ImportOrigin;
import io.portico.apidocs.importing.Imports;
import io.portico.apidocs.importing.PartsImport;
import io.portico.apidocs.importing.WantedParts;
import io.portico.identity.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The way of a version back into the draft: shown and confirmed like any other import. */
@ApplicationScoped
class VersionRestores {
  private final KnownSides sides;
  private final Imports imports;

  VersionRestores(KnownSides sides, Imports imports) {
    this.sides = sides;
    this.imports = imports;
  }

  /**
   * Plans to make the draft what a version says; empty if that is not known. Blocks, and fails with
   * {@link io.portico.database.DatabaseUnavailable} or {@link
   * io.portico.apidocs.ApiGatewayFailure}.
   */
  Optional<PartsImport> plan(RestApi api, Person person, String version) {
    KnownSide known = sides.of(api, Side.version(version));
    return known
        .snapshot()
        .map(snapshot -> imports.plan(api, person, wanted(known.title(), snapshot)));
  }

  private static WantedParts wanted(String title, Snapshot snapshot) {
    List<String> lost =
        snapshot.unreadable() == 0
            ? List.of()
            : List.of(
                "%d of its parts, which the portal cannot read".formatted(snapshot.unreadable()));
    return new WantedParts(
        ImportOrigin.VERSION, title, ImportMode.OVERWRITE, lost.isEmpty(), snapshot.parts(), lost);
  }
}
