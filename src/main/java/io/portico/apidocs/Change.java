package io.portico.apidocs;

import io.portico.apidocs.JsonValue.Members;
import java.util.List;
import java.util.Optional;

/**
 * What is different about one place.
 *
 * @param before empty if nothing was said there
 * @param after empty if nothing is left there
 */
public record Change(Location location, Optional<Properties> before, Optional<Properties> after) {
  /** What a person would call it. */
  public enum Kind {
    ADDED,
    CHANGED,
    REMOVED;

    static Kind of(Optional<?> before, Optional<?> after) {
      if (before.isEmpty()) {
        return ADDED;
      }
      return after.isEmpty() ? REMOVED : CHANGED;
    }
  }

  public Kind kind() {
    return Kind.of(before, after);
  }

  /** What is different in the JSON: first what was there, in its order, then what is new. */
  public List<KeyChange> keys() {
    return KeyChange.between(members(before), members(after));
  }

  private static Members members(Optional<Properties> properties) {
    return properties.map(Properties::root).orElse(Members.NOTHING);
  }
}
