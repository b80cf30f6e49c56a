package io.portico.apidocs;

import io.portico.apidocs.Entry.State;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An API's entities joined with what is said of them.
 *
 * @param api empty if a filter has left nothing of it
 * @param general the parts that belong to no single entity, shared and orphans, in their order
 */
public record Contents(Optional<Branch> api, List<Entry> general) {
  public static Contents of(ApiEntities entities, Documentation documentation) {
    Branch api = Branch.of(entities.tree(), documentation);
    Set<Location> exact = new HashSet<>();
    Set<Location> used = new HashSet<>();
    api.entries()
        .map(Entry::location)
        .filter(exact::add)
        .flatMap(documentation::about)
        .map(DocumentationPart::location)
        .forEach(used::add);
    List<Entry> general =
        documentation.parts().stream()
            .filter(part -> !exact.contains(part.location()))
            .map(part -> general(part, used.contains(part.location())))
            .sorted((one, other) -> one.location().compareTo(other.location()))
            .toList();
    return new Contents(Optional.of(api), general);
  }

  private static Entry general(DocumentationPart part, boolean used) {
    return new Entry(part.location(), used ? State.SHARED : State.ORPHAN, Optional.of(part));
  }

  /** All entries, those of no single entity last. */
  public Stream<Entry> entries() {
    return Stream.concat(api.stream().flatMap(Branch::entries), general.stream());
  }

  /** What stands directly below the API with that path. */
  public Optional<Branch> resource(String path) {
    return api.stream()
        .flatMap(branch -> branch.branches().stream())
        .filter(branch -> branch.entry().location().type() == LocationType.RESOURCE)
        .filter(branch -> branch.entry().location().path().equals(path))
        .findFirst();
  }

  /** The entities that take a part from its more general place. */
  public List<Location> inheriting(DocumentationPart part) {
    return entries()
        .filter(entry -> entry.state() == State.INHERITED && entry.part().equals(Optional.of(part)))
        .map(Entry::location)
        .toList();
  }

  /** What a filter wants to see. */
  public Contents matching(ContentsFilter filter) {
    return new Contents(
        api.flatMap(branch -> branch.matching(filter)),
        general.stream().filter(filter::accepts).toList());
  }
}
