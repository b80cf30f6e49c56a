package io.portico.apidocs;

import java.util.Optional;

/**
 * One line of an API's table of contents.
 *
 * @param part what speaks for it; empty if it is undocumented
 */
public record Entry(Location location, State state, Optional<DocumentationPart> part) {
  /** Where an entry's text comes from, or what is the matter with it. */
  public enum State {
    OWN,
    /** From the place of the part. */
    INHERITED,
    UNDOCUMENTED,
    /** No entity is exactly there, but some may take its text. */
    SHARED,
    /** About something the API does not have. */
    ORPHAN
  }

  /** Of an entity of the API. */
  public static Entry of(Location entity, Optional<DocumentationPart> part) {
    State state =
        part.map(found -> found.location().equals(entity) ? State.OWN : State.INHERITED)
            .orElse(State.UNDOCUMENTED);
    return new Entry(entity, state, part);
  }

  /**
   * Whether people learn something: at least one {@link Field} of its type holds a text. Other keys
   * and tags alone do not count, as no page shows them.
   */
  public boolean isDocumented() {
    return Field.of(location.type()).stream().anyMatch(this::has);
  }

  public boolean has(Field field) {
    return part.filter(found -> field.isFilled(found.properties())).isPresent();
  }
}
