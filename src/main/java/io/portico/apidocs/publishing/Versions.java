package io.portico.apidocs.publishing;

import com.github.benmanes.caffeine.cache.Ticker;
import io.portico.apidocs.ApiGatewayDocumentation;
import io.portico.apidocs.ApiGatewayVersions;
import io.portico.apidocs.DocumentationVersion;
import io.portico.apidocs.RestApi;
import io.portico.apidocs.SharedReads;
import io.portico.apidocs.Stage;
import io.portico.apidocs.publishing.KeptSnapshot.Source;
import io.portico.audit.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The versions of an API's documentation as they are now, whoever made them. Every method blocks,
 * and fails with {@link io.portico.database.DatabaseUnavailable} or {@link
 * io.portico.apidocs.ApiGatewayFailure}.
 */
@ApplicationScoped
class Versions {
  private final ApiGatewayVersions versions;
  private final ApiGatewayDocumentation gateway;
  private final Snapshots snapshots;
  private final PublicationTable publications;
  private final StageExports exports;
  private final SharedReads<VersionList> lists =
      new SharedReads<>(Duration.ZERO, Ticker.systemTicker());

  Versions(
      ApiGatewayVersions versions,
      ApiGatewayDocumentation gateway,
      Snapshots snapshots,
      PublicationTable publications,
      StageExports exports) {
    this.versions = versions;
    this.gateway = gateway;
    this.snapshots = snapshots;
    this.publications = publications;
    this.exports = exports;
  }

  /** Read once for all who ask meanwhile; what a stage shows is known from then on. */
  VersionList of(RestApi api) {
    return lists.get(api.id(), () -> read(api));
  }

  /** After something changed: who asks from now on sees it. */
  void forget(RestApi api) {
    lists.forget(api.id());
  }

  private VersionList read(RestApi api) {
    List<Stage> stages = gateway.stages(api.id());
    List<DocumentationVersion> there = newestFirst(versions.versions(api.id()));
    Map<Snapshots.Key, Source> known = new HashMap<>(snapshots.sources(api.id()));
    List<String> unread = new ArrayList<>();
    for (DocumentationVersion version : there) {
      if (!known.containsKey(Snapshots.Key.of(version))) {
        List<Stage> showing = showing(stages, version);
        if (showing.stream().anyMatch(stage -> exports.takeIn(api, stage, version))) {
          known.put(Snapshots.Key.of(version), Source.EXPORT);
        } else {
          showing.forEach(stage -> unread.add(stage.name()));
        }
      }
    }
    return new VersionList(
        listed(there, stages, known, publications.makers(api.id())), stages, unread);
  }

  private static List<ListedVersion> listed(
      List<DocumentationVersion> there,
      List<Stage> stages,
      Map<Snapshots.Key, Source> known,
      Map<Snapshots.Key, Actor> makers) {
    List<ListedVersion> listed = new ArrayList<>();
    for (int i = 0; i < there.size(); i++) {
      DocumentationVersion version = there.get(i);
      Snapshots.Key key = Snapshots.Key.of(version);
      listed.add(
          new ListedVersion(
              version,
              there.stream().skip(i + 1L).map(DocumentationVersion::name).findFirst(),
              showing(stages, version).stream().map(Stage::name).toList(),
              Optional.ofNullable(known.get(key)),
              Optional.ofNullable(makers.get(key))));
    }
    return List.copyOf(listed);
  }

  private static List<Stage> showing(List<Stage> stages, DocumentationVersion version) {
    return stages.stream()
        .filter(stage -> stage.documentationVersion().filter(version.name()::equals).isPresent())
        .toList();
  }

  /** Those of the same second in the order that API Gateway lists them in, turned round. */
  private static List<DocumentationVersion> newestFirst(List<DocumentationVersion> listed) {
    List<DocumentationVersion> versions = new ArrayList<>(listed);
    // Nothing leads to one without a name.
    versions.removeIf(version -> version.name().isEmpty());
    Collections.reverse(versions);
    versions.sort(Comparator.comparing(DocumentationVersion::created).reversed());
    return versions;
  }
}
