package io.portico.apidocs.openapi;

import io.portico.apidocs.Location;
import io.portico.apidocs.Properties;
import java.util.Optional;

/**
 * What an import does to one place.
 *
 * @param before empty if the draft says nothing there
 * @param after empty if nothing is left there
 */
public record Change(Location location, Optional<Properties> before, Optional<Properties> after) {
  /** What a person would call it. */
  public enum Kind {
    ADDED,
    CHANGED,
    REMOVED
  }

  public Kind kind() {
    if (before.isEmpty()) {
      return Kind.ADDED;
    }
    return after.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
  }
}
