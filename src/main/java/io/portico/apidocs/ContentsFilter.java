package io.portico.apidocs;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which entries to see; an empty part lets all pass.
 *
 * @param text what stands in the place or in what is said of it, in any case
 */
public record ContentsFilter(
    Optional<String> text,
    Optional<LocationType> type,
    Optional<String> method,
    Optional<Entry.State> state) {
  public ContentsFilter {
    text = text.map(ContentsFilter::folded);
  }

  public boolean accepts(Entry entry) {
    Location place = entry.location();
    return type.filter(wanted -> wanted != place.type()).isEmpty()
        && method.filter(wanted -> !wanted.equals(place.method())).isEmpty()
        && state.filter(wanted -> wanted != entry.state()).isEmpty()
        && text.filter(wanted -> !says(entry, wanted)).isEmpty();
  }

  private static boolean says(Entry entry, String wanted) {
    Location place = entry.location();
    return Stream.concat(
            Stream.of(place.path(), place.name(), place.method(), place.statusCode()),
            entry.part().stream().flatMap(part -> part.properties().texts()))
        .anyMatch(text -> folded(text).contains(wanted));
  }

  private static String folded(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
