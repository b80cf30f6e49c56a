package io.portico.apidocs.publishing;

import io.portico.apidocs.Comparison;
import io.portico.apidocs.Counts;
import io.portico.apidocs.Documentation;
import io.portico.apidocs.Stage;
import java.util.Optional;

/**
 * Whether a stage shows what the draft says.
 *
 * @param counts what publishing the draft would add, change and remove there; {@link Counts#NONE}
 *     unless it differs
 */
public record Drift(Stage stage, State state, Counts counts) {
  /** How the stage stands to the draft. */
  public enum State {
    /** It shows no version, so that its exports carry nothing. */
    NO_DOCUMENTATION,
    SAME,
    DIFFERS,
    /** What its version says cannot be read. */
    UNKNOWN
  }

  /**
   * The drift of one stage.
   *
   * @param shown what the stage's version says; empty if that cannot be read
   */
  public static Drift of(Stage stage, Documentation draft, Optional<Documentation> shown) {
    if (stage.documentationVersion().isEmpty()) {
      return new Drift(stage, State.NO_DOCUMENTATION, Counts.NONE);
    }
    return shown
        .map(published -> Comparison.of(published, draft).counts())
        .map(counts -> compared(stage, counts))
        .orElseGet(() -> new Drift(stage, State.UNKNOWN, Counts.NONE));
  }

  private static Drift compared(Stage stage, Counts counts) {
    return counts.isChange()
        ? new Drift(stage, State.DIFFERS, counts)
        : new Drift(stage, State.SAME, Counts.NONE);
  }
}
