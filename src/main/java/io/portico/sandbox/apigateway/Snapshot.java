package io.portico.sandbox.apigateway;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The documentation of an API as it was at one moment.
 *
 * @param parts at most one for each entity
 */
record Snapshot(List<Part> parts) {

  /** The nearest first: by path, then status, then method; AWS's own sample bears this out. */
  private static final Comparator<PartLocation> NEARNESS =
      Comparator.comparingInt(PartLocation::depth)
          .thenComparing(location -> !location.statusCode().equals("*"))
          .thenComparing(location -> !location.method().equals("*"));

  Snapshot {
    parts = List.copyOf(parts);
  }

  /** What documents an entity: its own part, or else the nearest one it inherits, as a whole. */
  Optional<Part> of(PartLocation entity) {
    return parts.stream()
        .filter(part -> part.location().covers(entity))
        .max(Comparator.comparing(Part::location, NEARNESS));
  }
}
