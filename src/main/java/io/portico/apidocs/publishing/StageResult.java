package io.portico.apidocs.publishing;

import io.portico.apidocs.Stage;
import java.util.Optional;

/**
 * What has become of a stage.
 *
 * @param now as API Gateway has it; empty if it is there no more, or nobody can tell
 */
public record StageResult(Publication of, PublicationStage planned, Optional<Stage> now) {

  public String stage() {
    return planned.stage();
  }

  public boolean isShown() {
    return planned.isShown();
  }

  /** What it shows in place of this version; empty if that is not so, or not known. */
  public Optional<String> other() {
    return now.flatMap(Stage::documentationVersion)
        .filter(shown -> planned.isShown() && !shown.equals(of.version()));
  }

  /**
   * What a person may want it to show next: the version of before, as long as it shows this one; or
   * this one, where that has not come about.
   */
  public Optional<String> nextVersion() {
    return isShown() ? wayBack() : Optional.of(of.version()).filter(made -> !of.isToBeMade());
  }

  private Optional<String> wayBack() {
    return planned.before().filter(before -> other().isEmpty() && !before.equals(of.version()));
  }

  /** To what it says now, whichever version that is. */
  public String export() {
    return "/app/apis/%s/export/stage?stage=%s&format=oas30&notation=json&extension=documentation"
        .formatted(of.api(), Names.encoded(stage()));
  }

  /** To what has changed there; empty if nothing was there before. */
  public Optional<String> comparison() {
    return planned
        .before()
        .filter(before -> planned.isShown() && !before.equals(of.version()))
        .map(
            before ->
                "/app/apis/%s/compare?%s"
                    .formatted(
                        of.api(),
                        new SidePair(Side.version(before), Side.version(of.version())).query()));
  }
}
