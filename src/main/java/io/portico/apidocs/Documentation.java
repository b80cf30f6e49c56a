package io.portico.apidocs;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** All parts of an API, one for a place. */
public final class Documentation {
  private final Map<Location, DocumentationPart> parts = new LinkedHashMap<>();

  /**
   * @throws IllegalArgumentException if two parts are about the same place, which API Gateway
   *     excludes
   */
  public Documentation(Collection<DocumentationPart> parts) {
    for (DocumentationPart part : parts) {
      if (this.parts.putIfAbsent(part.location(), part) != null) {
        throw new IllegalArgumentException("Two parts are about " + part.location());
      }
    }
  }

  public Collection<DocumentationPart> parts() {
    return Collections.unmodifiableCollection(parts.values());
  }

  /** The part about exactly that place. */
  public Optional<DocumentationPart> at(Location place) {
    return Optional.ofNullable(parts.get(place));
  }

  /**
   * The part that speaks for an entity, its own or the most exact one it inherits. It applies as a
   * whole: no key comes from another part.
   */
  public Optional<DocumentationPart> of(Location entity) {
    return entity.type().inheritance() == LocationType.Inheritance.ALWAYS
        ? about(entity).findFirst()
        : at(entity);
  }

  /** All parts that are about an entity among others, the most exact first. */
  public Stream<DocumentationPart> about(Location entity) {
    return entity.generalisations().stream().map(parts::get).filter(Objects::nonNull);
  }
}
