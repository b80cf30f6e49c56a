package io.portico.apidocs.publishing;

import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.Stage;
import java.util.List;
import java.util.Optional;

/**
 * What the page of one version shows.
 *
 * @param stages the API's
 * @param note in the form
 * @param problem with what was typed
 * @param message why it is shown again; empty if it is not
 */
public record VersionPage(
    ApiAccess access,
    ListedVersion version,
    List<Stage> stages,
    String note,
    Optional<String> problem,
    Optional<String> message) {
  static VersionPage of(ApiAccess access, ListedVersion version, VersionList list) {
    return new VersionPage(
        access,
        version,
        list.stages(),
        version.of().description(),
        Optional.empty(),
        Optional.empty());
  }

  VersionPage withProblem(String typed, String problemOfIt) {
    return new VersionPage(access, version, stages, typed, Optional.of(problemOfIt), message);
  }

  VersionPage withMessage(String typed, String why) {
    return new VersionPage(access, version, stages, typed, problem, Optional.of(why));
  }

  /** Those that show something else. */
  public List<Stage> otherStages() {
    return stages.stream().filter(stage -> !version.stages().contains(stage.name())).toList();
  }

  /** The stages that show it, for people. */
  public String shownOn() {
    return String.join(", ", version.stages());
  }
}
