package io.portico.apidocs;

import java.util.Optional;

/**
 * What somebody says beside: about a version, or why something should change.
 *
 * @param text its lines end with a line feed
 */
public record Note(String text) {
  public static final int MAX_LENGTH = 1_000;

  /** As a form brings it, with the line ends of RFC 7578; {@code null} where it was left out. */
  public static Note typed(String text) {
    return new Note(text == null ? "" : text.replace("\r\n", "\n").strip());
  }

  /** Whether a note says the same, for which forms make one line end of another. */
  public boolean says(String other) {
    return equals(typed(other));
  }

  /**
   * Why it cannot be taken, and what to do.
   *
   * @param name what people know it by, such as {@code note}
   */
  public Optional<String> problem(String name) {
    int length = text.codePointCount(0, text.length());
    if (length > MAX_LENGTH) {
      return Optional.of(
          "The %s has %,d characters. At most %,d are kept: shorten it."
              .formatted(name, length, MAX_LENGTH));
    }
    return text.chars()
            .anyMatch(sign -> Character.isISOControl(sign) && sign != '\n' && sign != '\t')
        ? Optional.of("Leave out control characters.")
        : Optional.empty();
  }
}
