package io.portico.apidocs.editing;

import io.portico.apidocs.InvalidProperties;
import io.portico.apidocs.Properties;
import java.util.Optional;

/** What is wrong with a text in JSON, and where. */
public record Mistake(String message, Optional<InvalidProperties.Position> position) {
  /** The first one; empty if the text can be the properties of a part. */
  static Optional<Mistake> in(String json) {
    try {
      Properties.parse(json);
      return Optional.empty();
    } catch (InvalidProperties e) {
      return Optional.of(new Mistake(e.getMessage(), e.position()));
    }
  }
}
