package io.portico.apidocs.publishing;

import io.portico.apidocs.DocumentationVersion;
import io.portico.apidocs.Note;
import io.portico.apidocs.Stage;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be published, and what to do about what cannot. */
record PublishRules(List<Stage> stages, List<DocumentationVersion> versions) {

  /** By field, in words for people. */
  Map<String, String> problems(PublishForm form) {
    Map<String, String> problems = new LinkedHashMap<>();
    (form.makes() ? VersionName.problem(form.name(), names()) : versionProblem(form.version()))
        .ifPresent(problem -> problems.put(form.makes() ? "name" : "version", problem));
    stagesProblem(form).ifPresent(problem -> problems.put("stage", problem));
    if (form.makes()) {
      new Note(form.note()).problem("note").ifPresent(problem -> problems.put("note", problem));
    }
    return problems;
  }

  List<String> names() {
    return versions.stream().map(DocumentationVersion::name).toList();
  }

  Optional<String> versionProblem(String version) {
    if (find(version).isEmpty()) {
      return Optional.of("There is no such version any more. Choose one on the page of versions.");
    }
    return KeptName.of(version).equals(version)
        ? Optional.empty()
        : Optional.of("Its name has a NUL, which the portal cannot keep. Choose another version.");
  }

  private Optional<String> stagesProblem(PublishForm form) {
    Set<String> chosen = form.stages();
    if (!stages.stream().map(Stage::name).toList().containsAll(chosen)) {
      return Optional.of("Choose among the API's stages: one of those chosen no longer exists.");
    }
    if (form.makes()) {
      return Optional.empty();
    }
    if (chosen.isEmpty()) {
      return Optional.of("Choose at least one stage.");
    }
    List<String> already =
        stages.stream()
            .filter(stage -> chosen.contains(stage.name()))
            .filter(stage -> stage.documentationVersion().equals(Optional.of(form.version())))
            .map(Stage::name)
            .toList();
    return already.isEmpty()
        ? Optional.empty()
        : Optional.of("%s shows it already. Leave it out.".formatted(Names.list(already)));
  }

  /** Those chosen, in the API's order. */
  List<String> chosen(PublishForm form) {
    return stages.stream().map(Stage::name).filter(form.stages()::contains).toList();
  }

  Optional<Stage> stage(String name) {
    return stages.stream().filter(stage -> stage.name().equals(name)).findFirst();
  }

  /** Whether a version is older than what a stage shows. */
  boolean isOlder(String version, Stage than) {
    Optional<Instant> one = created(version);
    Optional<Instant> other = than.documentationVersion().flatMap(this::created);
    return one.isPresent() && other.isPresent() && one.get().isBefore(other.get());
  }

  private Optional<Instant> created(String version) {
    return find(version).map(DocumentationVersion::created);
  }

  Optional<DocumentationVersion> find(String version) {
    return versions.stream().filter(there -> there.name().equals(version)).findFirst();
  }
}
