package io.portico.apidocs.openapi;

import io.portico.apidocs.InvalidLocation;
import io.portico.apidocs.InvalidProperties;
import io.portico.apidocs.JsonValue;
import io.portico.apidocs.Location;
import io.portico.apidocs.Properties;
import io.portico.apidocs.openapi.FileDocumentation.Part;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What has been found in a file so far. */
final class Findings {
  private final Map<Location, Part> parts = new LinkedHashMap<>();

  private long length;

  /** Once each, though a shared object is met in every method that uses it. */
  private final Set<Misfit> misfits = new LinkedHashSet<>();

  /**
   * Keeps a part, or why it is none.
   *
   * @param place may throw {@link InvalidLocation}
   * @throws InvalidOpenApi if all parts together are longer than any import
   */
  void part(Pointer where, Supplier<Location> place, JsonValue.Members properties) {
    try {
      Part part = new Part(where, place.get(), Properties.of(properties));
      length += part.properties().compact().length();
      Part first = parts.putIfAbsent(part.location(), part);
      if (first != null) {
        misfit(where, "%s is about the same place. Keep one of both.".formatted(first.where()));
      }
    } catch (InvalidLocation | InvalidProperties e) {
      misfit(where, e.getMessage());
    }
    // One long text may be shared by each of a file's methods.
    if (length > OpenApiFile.MAX_BYTES) {
      throw new InvalidOpenApi(
          "The file's texts become more than 6 MB of parts, as every place has a part of its own."
              + " Shorten them.");
    }
  }

  void misfit(Pointer where, String sentence) {
    misfits.add(new Misfit(where, sentence));
  }

  FileDocumentation documentation() {
    return new FileDocumentation(List.copyOf(parts.values()), List.copyOf(misfits));
  }
}
