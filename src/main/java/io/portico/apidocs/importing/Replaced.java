package io.portico.apidocs.importing;

import io.portico.apidocs.KeyPath;
import io.portico.apidocs.Location;
import io.portico.apidocs.Properties;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a {@link Replacement} would do, by place from the whole of the API to its parts.
 *
 * @param changes every text that becomes another one
 * @param parts those that change, as they would be
 * @param refused why a part stays as it is though the text is in it
 */
record Replaced(
    List<TextChange> changes, Map<Location, Properties> parts, Map<Location, String> refused) {
  /**
   * A text of a part.
   *
   * @param path of it; an item of a list by its number from 0
   */
  record TextChange(Location location, KeyPath path, String before, String after) {}

  Replaced {
    changes = List.copyOf(changes);
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    refused = Collections.unmodifiableMap(new LinkedHashMap<>(refused));
  }
}
