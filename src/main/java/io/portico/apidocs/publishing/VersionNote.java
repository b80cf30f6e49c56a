package io.portico.apidocs.publishing;

import java.util.Optional;

/**
 * What people say about a version. API Gateway calls it the description and tells no limit.
 *
 * @param text its lines end with a line feed
 */
record VersionNote(String text) {
  static final int MAX_LENGTH = 1_000;

  /** As a form brings it, with the line ends of RFC 7578; {@code null} where it was left out. */
  static VersionNote typed(String text) {
    return new VersionNote(text == null ? "" : text.replace("\r\n", "\n").strip());
  }

  /** Whether a note says the same, for which forms make one line end of another. */
  boolean says(String other) {
    return equals(typed(other));
  }

  /** Why it cannot be taken, and what to do. */
  Optional<String> problem() {
    int length = text.codePointCount(0, text.length());
    if (length > MAX_LENGTH) {
      return Optional.of(
          "The note has %,d characters. At most %,d are kept: shorten it."
              .formatted(length, MAX_LENGTH));
    }
    return text.chars()
            .anyMatch(sign -> Character.isISOControl(sign) && sign != '\n' && sign != '\t')
        ? Optional.of("Leave out control characters.")
        : Optional.empty();
  }
}
