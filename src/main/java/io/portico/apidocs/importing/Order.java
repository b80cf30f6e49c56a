package io.portico.apidocs.importing;

import io.portico.apidocs.Documentation;
import io.portico.apidocs.DraftDigest;
import io.portico.apidocs.Location;
import io.portico.apidocs.Properties;
import io.portico.apidocs.RestApi;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An import that was confirmed.
 *
 * @param base of the draft that the plan was made for
 * @param file what is sent
 * @param expected the draft after it
 */
record Order(
    RestApi api,
    PartsImport confirmed,
    DraftDigest base,
    String file,
    Map<Location, Properties> expected) {

  /** The places where a draft is something else than expected; in which order keys stand is one. */
  List<Location> others(Documentation draft) {
    Set<Location> places = new LinkedHashSet<>(expected.keySet());
    draft.parts().forEach(part -> places.add(part.location()));
    return places.stream().filter(place -> !isAsExpected(place, draft)).sorted().toList();
  }

  private boolean isAsExpected(Location place, Documentation draft) {
    return draft
        .at(place)
        .map(part -> part.properties().root())
        .equals(Optional.ofNullable(expected.get(place)).map(Properties::root));
  }
}
