package io.portico.apidocs.editing;

import io.portico.apidocs.Branch;
import io.portico.apidocs.Contents;
import io.portico.apidocs.Documentation;
import io.portico.apidocs.DocumentationPart;
import io.portico.apidocs.Draft;
import io.portico.apidocs.Entry;
import io.portico.apidocs.Entry.State;
import io.portico.apidocs.Location;
import io.portico.apidocs.LocationType.Inheritance;
import io.portico.apidocs.Properties;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place in an API's draft.
 *
 * @param entry empty if the API has nothing there and nobody has written about it
 */
public record OpenPlace(Draft draft, Location location, Optional<Entry> entry) {
  static OpenPlace of(Draft draft, Location location) {
    Optional<Entry> entry =
        draft.contents().entries().filter(e -> e.location().equals(location)).findFirst();
    return new OpenPlace(draft, location, entry);
  }

  public boolean is(String state) {
    return entry.filter(e -> e.state() == State.valueOf(state)).isPresent();
  }

  /** What is written about exactly this place. */
  public Optional<DocumentationPart> own() {
    return draft.documentation().at(location);
  }

  /** The text that it takes from elsewhere. */
  public Optional<DocumentationPart> inherited() {
    return is("INHERITED") ? entry.flatMap(Entry::part) : Optional.empty();
  }

  /** A more general text of which AWS does not say whether it applies here. */
  public Optional<DocumentationPart> unsettled() {
    return location.type().inheritance() == Inheritance.UNSETTLED && own().isEmpty()
        ? draft.documentation().about(location).findFirst()
        : Optional.empty();
  }

  /** Which other entities take the text of this place, or would if there were one. */
  public List<Location> takers() {
    if (entry.isPresent()) {
      return own().map(draft.contents()::inheriting).orElse(List.of());
    }
    DocumentationPart imagined = new DocumentationPart("", location, Properties.none());
    Documentation more =
        new Documentation(
            Stream.concat(draft.documentation().parts().stream(), Stream.of(imagined)).toList());
    return Contents.of(draft.entities(), more).inheriting(imagined);
  }

  /** Where to go on: the next entity that nothing is said about, from the start after the last. */
  public Optional<Location> nextUndocumented() {
    List<Entry> entries = draft.contents().api().stream().flatMap(Branch::entries).toList();
    int here = entries.stream().map(Entry::location).toList().indexOf(location);
    return Stream.concat(
            entries.subList(here + 1, entries.size()).stream(),
            entries.subList(0, Math.max(here, 0)).stream())
        .filter(e -> !e.isDocumented())
        .map(Entry::location)
        .findFirst();
  }

  /** What becomes of all that show the text of this place, once it is deleted. */
  public List<Entry> afterDeletion() {
    Optional<DocumentationPart> part = own();
    Documentation rest =
        new Documentation(
            draft.documentation().parts().stream()
                .filter(other -> !other.location().equals(location))
                .toList());
    return draft.contents().api().stream()
        .flatMap(Branch::entries)
        .filter(e -> part.isPresent() && e.part().equals(part))
        .map(e -> Entry.of(e.location(), rest.of(e.location())))
        .toList();
  }
}
