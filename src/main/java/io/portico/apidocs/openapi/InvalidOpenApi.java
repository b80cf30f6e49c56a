package io.portico.apidocs.openapi;

import io.portico.apidocs.InvalidProperties.Position;
import java.util.Optional;

/** What cannot be read as an OpenAPI file; the message tells people what to do. */
public final class InvalidOpenApi extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<Position> position;

  InvalidOpenApi(String message) {
    this(message, Optional.empty());
  }

  InvalidOpenApi(Position position, String message) {
    this(
        "Line %d, column %d: %s".formatted(position.line(), position.column(), message),
        Optional.of(position));
  }

  private InvalidOpenApi(String message, Optional<Position> position) {
    // No stack trace: this is an answer, not an accident.
    super(message, null, false, false);
    this.position = position;
  }

  /** Where in the file it went wrong; empty if it is the whole. */
  public Optional<Position> position() {
    return position;
  }
}
