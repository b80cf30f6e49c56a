package io.portico.apidocs;

import java.util.Optional;

/** What cannot be the properties of a part; the message tells people what to do. */
public final class InvalidProperties extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A place in a text.
   *
   * @param line from 1
   * @param column from 1, in UTF-16 units as browsers count them
   */
  public record Position(int line, int column) {
    /** Of the character at that offset, or of the end. Lines end as in JSON and YAML. */
    public static Position at(String text, int offset) {
      int line = 1;
      int start = 0;
      for (int i = 0; i < offset; i++) {
        char sign = text.charAt(i);
        if (sign == '\n' || sign == '\r' && !text.startsWith("\n", i + 1)) {
          line++;
          start = i + 1;
        }
      }
      return new Position(line, offset - start + 1);
    }
  }

  private final transient Optional<Position> position;

  public InvalidProperties(String message) {
    this(message, Optional.empty());
  }

  public InvalidProperties(Position position, String message) {
    this(
        "Line %d, column %d: %s".formatted(position.line(), position.column(), message),
        Optional.of(position));
  }

  private InvalidProperties(String message, Optional<Position> position) {
    // No stack trace: this is an answer, not an accident.
    super(message, null, false, false);
    this.position = position;
  }

  /** Where in the text it went wrong; empty if it is the whole. */
  public Optional<Position> position() {
    return position;
  }
}
