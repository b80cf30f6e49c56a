package io.portico.sandbox.apigateway;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A REST API with its documentation: the draft, the versions made of it, and where they show. */
final class RestApi {
  private final ApiDefinition definition;
  private final Parts parts = new Parts();
  private final Map<String, DocumentationVersion> versions = new LinkedHashMap<>();
  private final Map<String, Stage> stages = new LinkedHashMap<>();

  RestApi(ApiDefinition definition, List<Stage> stages) {
    this.definition = definition;
    stages.forEach(stage -> this.stages.put(stage.name(), stage));
  }

  ApiDefinition definition() {
    return definition;
  }

  Parts parts() {
    return parts;
  }

  List<DocumentationVersion> versions() {
    return List.copyOf(versions.values());
  }

  List<Stage> stages() {
    return List.copyOf(stages.values());
  }

  DocumentationVersion version(String name) {
    return Optional.ofNullable(versions.get(name))
        .orElseThrow(() -> GatewayException.notFound("Invalid Documentation version specified"));
  }

  Stage stage(String name) {
    return Optional.ofNullable(stages.get(name))
        .orElseThrow(() -> GatewayException.notFound("Invalid stage identifier specified"));
  }

  /** The documentation that a stage shows, if it shows any. */
  Optional<DocumentationVersion> shownOn(Stage stage) {
    return stage.documentationVersion().map(this::version);
  }

  /**
   * Makes a version of the documentation as it is now.
   *
   * @param stage the stage that bears it from then on, if one is to
   */
  DocumentationVersion publish(
      String name, String description, Optional<String> stage, Instant now) {
    if (versions.containsKey(name)) {
      throw GatewayException.conflict("Documentation version already exists: " + name);
    }
    Optional<Stage> bearer = stage.map(this::stage);
    DocumentationVersion version =
        new DocumentationVersion(
            name, description, now.truncatedTo(ChronoUnit.SECONDS), new Snapshot(parts.all()));
    versions.put(name, version);
    bearer.ifPresent(chosen -> show(name, chosen.name(), now));
    return version;
  }

  Stage show(String version, String stage, Instant now) {
    Stage changed = stage(stage).bearing(Optional.of(version(version).name()), now);
    stages.put(stage, changed);
    return changed;
  }

  DocumentationVersion describe(String version, String description) {
    DocumentationVersion described = version(version).describedAs(description);
    versions.put(version, described);
    return described;
  }

  void deleteVersion(String name) {
    version(name);
    if (stages.values().stream().anyMatch(stage -> stage.bears(name))) {
      throw GatewayException.badRequest(
          "Cannot delete documentation version because there are API Stages associated with it.");
    }
    versions.remove(name);
  }
}
