package io.portico.apidocs.importing;

import io.portico.apidocs.Imported;
import io.portico.apidocs.Location;
import io.portico.apidocs.PlaceWords;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How an import has ended.
 *
 * @param message for people
 */
record ImportOutcome(ImportState state, String message) {
  private static final int NAMED = 5;

  /** Nothing was sent, or API Gateway has not taken it. */
  static ImportOutcome failed(String why) {
    return new ImportOutcome(ImportState.FAILED, clean(why));
  }

  /**
   * What the draft tells after the parts were sent.
   *
   * @param answer empty if API Gateway gave none
   * @param unchanged whether the draft is what it was before
   * @param others the places where it is something else than was planned
   */
  static ImportOutcome of(Optional<Imported> answer, boolean unchanged, List<Location> others) {
    if (others.isEmpty()) {
      return new ImportOutcome(
          ImportState.DONE,
          clean("Read again and compared: it is what was planned." + warnings(answer)));
    }
    if (answer.isPresent()) {
      return new ImportOutcome(
          ImportState.DONE,
          clean(
              "API Gateway took the import, but the draft is not what was planned, at %s. Look at these."
                      .formatted(places(others))
                  + warnings(answer)));
    }
    return unchanged
        ? failed("API Gateway gave no answer, and the draft is as it was before. Try again.")
        : new ImportOutcome(
            ImportState.STOPPED,
            clean(
                "API Gateway gave no answer, and the draft is neither as before nor as planned, at %s."
                    .formatted(places(others))));
  }

  /**
   * After the parts were sent, when the draft could not be read again.
   *
   * @param answer empty if API Gateway gave none
   */
  static ImportOutcome unseen(Optional<Imported> answer) {
    return answer.isPresent()
        ? new ImportOutcome(
            ImportState.DONE,
            clean(
                "API Gateway took the import, but then gave no answer, so the draft was not compared."
                    + warnings(answer)))
        : new ImportOutcome(
            ImportState.STOPPED, "API Gateway gave no answer. It may have been done.");
  }

  private static String places(List<Location> others) {
    String named =
        others.stream().limit(NAMED).map(PlaceWords::title).collect(Collectors.joining(", "));
    return others.size() > NAMED
        ? "%s and %,d more places".formatted(named, others.size() - NAMED)
        : named;
  }

  private static String warnings(Optional<Imported> answer) {
    return answer
        .map(Imported::warnings)
        .filter(warnings -> !warnings.isEmpty())
        .map(warnings -> " API Gateway warns: " + String.join(" ", warnings))
        .orElse("");
  }

  /** PostgreSQL has no NUL in a text. */
  private static String clean(String text) {
    return text.replace('\0', '\ufffd');
  }
}
