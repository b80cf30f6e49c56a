package io.portico.apidocs.importing;

import io.portico.apidocs.LocationType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;

/**
 * What somebody wants to replace, as it came; what was left out is empty.
 *
 * @param caseless whether capital and small letters are the same
 * @param words whether only whole words are meant
 * @param type of the places to search, by name; all if there are none
 */
public record ReplaceForm(
    @RestForm String find,
    @RestForm String replacement,
    @RestForm String caseless,
    @RestForm String words,
    @RestForm List<String> type) {

  public ReplaceForm {
    find = find == null ? "" : find;
    replacement = replacement == null ? "" : replacement;
    caseless = caseless == null ? "" : caseless;
    words = words == null ? "" : words;
    type = type == null ? List.of() : List.copyOf(type);
  }

  /** One to fill in. */
  static ReplaceForm empty() {
    return new ReplaceForm("", "", "", "", List.of());
  }

  public boolean isCaseless() {
    return !caseless.isEmpty();
  }

  public boolean isWords() {
    return !words.isEmpty();
  }

  /**
   * What to do.
   *
   * @throws InvalidReplacement if that cannot be done
   */
  Replacement wanted() {
    return new Replacement(
        new Phrase(find, !isCaseless(), isWords()), replacement, types(), Set.of());
  }

  private Set<LocationType> types() {
    return Stream.of(LocationType.values())
        .filter(known -> type.contains(known.name()))
        .collect(Collectors.toSet());
  }

  /** The kinds of places to choose from. */
  public List<Kind> kinds() {
    return Stream.of(LocationType.values())
        .map(known -> new Kind(known.name(), known.label(), type.contains(known.name())))
        .toList();
  }

  /** A kind of places. */
  public record Kind(String value, String label, boolean chosen) {}
}
