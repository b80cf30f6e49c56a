package io.portico.apidocs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What API Gateway has of an API's documentation now, before it is published.
 *
 * @param unreadable parts that are not in the documentation
 * @param contents its entities joined with its documentation
 * @param readAt when API Gateway was asked
 */
public record Draft(
    RestApi api,
    ApiEntities entities,
    Documentation documentation,
    List<UnreadablePart> unreadable,
    List<Stage> stages,
    Contents contents,
    Instant readAt) {

  static Draft of(
      RestApi api, ApiEntities entities, ReadParts parts, List<Stage> stages, Instant readAt) {
    Documentation documentation = new Documentation(parts.parts());
    return new Draft(
        api,
        entities,
        documentation,
        parts.unreadable(),
        stages,
        Contents.of(entities, documentation),
        readAt);
  }

  /** With a part in place of what is at its location. */
  Draft with(DocumentationPart part) {
    return replacing(part.location(), Optional.of(part));
  }

  /** With nothing at that location. */
  Draft without(Location location) {
    return replacing(location, Optional.empty());
  }

  private Draft replacing(Location location, Optional<DocumentationPart> part) {
    Predicate<DocumentationPart> isThere = held -> held.location().equals(location);
    List<DocumentationPart> parts =
        new ArrayList<>(documentation.parts().stream().filter(isThere.negate()).toList());
    part.ifPresent(parts::add);
    return of(api, entities, new ReadParts(parts, unreadable), stages, readAt);
  }
}
