package io.portico.apidocs.editing;

import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.Contents;
import io.portico.apidocs.Coverage;
import io.portico.apidocs.Draft;
import io.portico.apidocs.Entry;
import io.portico.apidocs.LocationType;
import java.util.List;
import java.util.Locale;

/**
 * An API's contents, as far as a filter lets them be seen.
 *
 * @param shown what the filter has left of the draft's contents
 */
public record ContentsPage(ApiAccess access, Draft draft, Contents shown, FilterQuery filter) {
  static final List<String> VERBS =
      List.of("*", "ANY", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

  static ContentsPage of(ApiAccess access, Draft draft, FilterQuery filter) {
    Contents contents = draft.contents();
    return new ContentsPage(
        access, draft, filter.isSet() ? contents.matching(filter.filter()) : contents, filter);
  }

  /** Of the whole API, whatever the filter. */
  public Coverage coverage() {
    return draft.contents().api().orElseThrow().coverage();
  }

  /** What a filter may ask for. */
  public List<String> verbs() {
    return VERBS;
  }

  public LocationType[] types() {
    return LocationType.values();
  }

  public Entry.State[] states() {
    return Entry.State.values();
  }

  /** A constant's name as people read it. */
  public String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  public boolean isEmpty() {
    return shown.api().isEmpty() && shown.general().isEmpty();
  }
}
