package io.portico.apidocs.publishing;

import java.time.Instant;
import java.util.Optional;

/**
 * A stage that a version is to be shown on.
 *
 * @param before the version it showed at the confirmation; empty if none, and until then
 * @param shownAt when API Gateway had taken it
 * @param problem why API Gateway does not show it; empty if nothing is known of one
 */
public record PublicationStage(
    String stage, Optional<String> before, Optional<Instant> shownAt, String problem) {

  static PublicationStage of(String stage, Optional<String> before) {
    return new PublicationStage(stage, before, Optional.empty(), "");
  }

  public boolean isShown() {
    return shownAt.isPresent();
  }

  /** Whether nothing has come of it yet. */
  public boolean isOpen() {
    return shownAt.isEmpty() && problem.isEmpty();
  }
}
