package io.portico.agents;

import io.portico.apidocs.ApiGatewayDocumentation;
import io.portico.apidocs.ApiGatewayVersions;
import io.portico.apidocs.DocumentationVersion;
import io.portico.apidocs.ExportExtension;
import io.portico.apidocs.ExportFormat;
import io.portico.apidocs.ExportNotation;
import io.portico.apidocs.RestApi;
import io.portico.apidocs.ShownVersion;
import io.portico.apidocs.openapi.InvalidOpenApi;
import io.portico.apidocs.openapi.OpenApiFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Makes documents of what stages show. Every method blocks, and fails with {@link
 * io.portico.apidocs.ApiGatewayFailure} or {@link io.portico.database.DatabaseUnavailable}; what
 * was made until then stays.
 */
@ApplicationScoped
class EditionMaking {
  private static final Logger LOG = Logger.getLogger(EditionMaking.class);

  private final ApiGatewayDocumentation gateway;
  private final ApiGatewayVersions versions;
  private final Editions editions;
  private final Shelf shelf;

  EditionMaking(
      ApiGatewayDocumentation gateway,
      ApiGatewayVersions versions,
      Editions editions,
      Shelf shelf) {
    this.gateway = gateway;
    this.versions = versions;
    this.editions = editions;
    this.shelf = shelf;
  }

  /** Compares an API's stages with what is kept of them, and makes what is not. */
  void look(RestApi api) {
    editions.put(api);
    Instant askedAt = editions.now();
    Map<String, ShownVersion> shown =
        versions.shown(api.id()).stream()
            // PostgreSQL has no NUL in a text.
            .filter(stage -> stage.version().indexOf('\0') < 0)
            .collect(Collectors.toMap(ShownVersion::stage, Function.identity()));
    DocumentedApi kept = kept(api);
    kept.stages().keySet().stream()
        .filter(stage -> !shown.containsKey(stage))
        .forEach(stage -> editions.end(api.id(), stage, askedAt));
    for (ShownVersion stage : shown.values()) {
      Edition edition = kept.stages().get(stage.stage());
      if (edition == null
          || !edition.revision().equals(stage.revision())
          || !edition.version().equals(stage.version())) {
        make(api, stage, askedAt);
      }
    }
    forgetDeleted(api, kept(api));
    shelf.renew();
  }

  private DocumentedApi kept(RestApi api) {
    return editions.all().stream()
        .filter(known -> known.api().id().equals(api.id()))
        .findFirst()
        .orElseGet(() -> DocumentedApi.of(api, List.of()));
  }

  private void make(RestApi api, ShownVersion stage, Instant askedAt) {
    byte[] bytes =
        gateway.export(
            api.id(),
            stage.stage(),
            ExportFormat.OAS30,
            ExportNotation.JSON,
            Set.of(ExportExtension.DOCUMENTATION));
    try {
      ExportedStage exported = new ExportedStage(OpenApiFile.read(bytes));
      // Else the stage has changed in between, and the next look sees it.
      if (exported.version().filter(stage.version()::equals).isPresent()) {
        Edition edition =
            new Edition(
                UUID.randomUUID(),
                api.id(),
                stage.stage(),
                stage.revision(),
                stage.version(),
                exported.created(),
                exported.title(),
                askedAt,
                true);
        editions.keep(edition, exported.documents(api.id(), stage.stage()));
      }
    } catch (InvalidOpenApi e) {
      LOG.warnf("The export of %s/%s cannot be read: %s", api.id(), stage.stage(), e.getMessage());
    }
  }

  /** Whoever deletes a version takes its documents back. */
  private void forgetDeleted(RestApi api, DocumentedApi kept) {
    List<Edition> unshown =
        kept.versions().values().stream()
            .filter(
                edition ->
                    kept.stages().values().stream()
                        .noneMatch(shown -> shown.version().equals(edition.version())))
            .toList();
    if (!unshown.isEmpty()) {
      Map<String, DocumentationVersion> there =
          versions.versions(api.id()).stream()
              .collect(Collectors.toMap(DocumentationVersion::name, Function.identity()));
      unshown.stream()
          .filter(edition -> !isSame(edition, there.get(edition.version())))
          .forEach(edition -> editions.delete(api.id(), edition.version()));
    }
  }

  private static boolean isSame(Edition edition, DocumentationVersion version) {
    if (version == null) {
      return false;
    }
    try {
      return Instant.parse(edition.versionCreated())
          .truncatedTo(ChronoUnit.SECONDS)
          .equals(version.created());
    } catch (DateTimeException e) {
      // API Gateway did not say, or not in ISO 8601: the name has to do.
      return true;
    }
  }
}
