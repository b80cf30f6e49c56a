package io.portico.apidocs;

import io.portico.apidocs.Change.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What makes one documentation of an API another. The order of keys is no difference; another
 * spelling of a number is.
 *
 * @param changes by place, from the whole of the API to its parts
 * @param unchanged how many parts are the same in both
 */
public record Comparison(List<Change> changes, int unchanged) {
  public Comparison {
    changes = List.copyOf(changes);
  }

  public static Comparison of(Documentation before, Documentation after) {
    return of(properties(before), properties(after));
  }

  public static Comparison of(Map<Location, Properties> before, Map<Location, Properties> after) {
    Set<Location> places = new TreeSet<>(before.keySet());
    places.addAll(after.keySet());
    List<Change> changes =
        places.stream()
            .filter(place -> !root(before, place).equals(root(after, place)))
            .map(
                place ->
                    new Change(
                        place,
                        Optional.ofNullable(before.get(place)),
                        Optional.ofNullable(after.get(place))))
            .toList();
    return new Comparison(changes, places.size() - changes.size());
  }

  private static Map<Location, Properties> properties(Documentation documentation) {
    return documentation.parts().stream()
        .collect(Collectors.toMap(DocumentationPart::location, DocumentationPart::properties));
  }

  /** Which, other than the text, is the same in any order of keys. */
  private static Optional<JsonValue.Members> root(Map<Location, Properties> parts, Location place) {
    return Optional.ofNullable(parts.get(place)).map(Properties::root);
  }

  /** Those of one kind, in their order. */
  public List<Change> changes(Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).toList();
  }

  public Counts counts() {
    return new Counts(count(Kind.ADDED), count(Kind.CHANGED), count(Kind.REMOVED), unchanged);
  }

  private int count(Kind kind) {
    return changes(kind).size();
  }
}
