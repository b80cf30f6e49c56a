package io.portico.apidocs;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An entity with all that belongs to it.
 *
 * @param coverage of the entity and all below it, also of what a filter has taken away
 */
public record Branch(Entry entry, Coverage coverage, List<Branch> branches) {
  public static Branch of(ApiEntities.Place place, Documentation documentation) {
    Entry entry = Entry.of(place.location(), documentation.of(place.location()));
    List<Branch> branches = place.inner().stream().map(inner -> of(inner, documentation)).toList();
    Coverage coverage =
        branches.stream().map(Branch::coverage).reduce(Coverage.of(entry), Coverage::plus);
    return new Branch(entry, coverage, branches);
  }

  /** All entries, each before what belongs to it. */
  public Stream<Entry> entries() {
    return Stream.concat(Stream.of(entry), branches.stream().flatMap(Branch::entries));
  }

  /** What a filter wants to see, with the branches that lead there; empty if there is none. */
  public Optional<Branch> matching(ContentsFilter filter) {
    List<Branch> kept =
        branches.stream().flatMap(branch -> branch.matching(filter).stream()).toList();
    return kept.isEmpty() && !filter.accepts(entry)
        ? Optional.empty()
        : Optional.of(new Branch(entry, coverage, kept));
  }
}
