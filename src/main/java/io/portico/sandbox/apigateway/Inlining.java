package io.portico.sandbox.apigateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Writes documentation into a definition, as far as OpenAPI has a place for it.
 *
 * @param documentation what the stage shows, if it shows any
 */
record Inlining(Optional<Snapshot> documentation) {

  /** One entity's documentation, on its way into the definition. */
  @FunctionalInterface
  interface Entity {

    /** Writes what OpenAPI knows over what the object says already. */
    void inline(ObjectNode target);
  }

  Entity of(PartLocation entity) {
    return target ->
        documentation
            .flatMap(snapshot -> snapshot.of(entity))
            .ifPresent(part -> inline(part, target));
  }

  private static void inline(Part part, ObjectNode target) {
    part.content()
        .properties()
        .forEach(
            property -> {
              if (part.location().type().inlines(property.getKey())) {
                target.set(property.getKey(), property.getValue());
              }
            });
  }

  /**
   * The API's own: into {@code info}, whose version is the export's, and extensions at the root.
   */
  void api(ObjectNode root, ObjectNode info) {
    Optional<Part> part = documentation.flatMap(snapshot -> snapshot.of(PartLocation.api()));
    part.ifPresent(
        found -> {
          inline(found, root);
          if (found.content().get("info") instanceof ObjectNode documented) {
            documented.remove("version");
            info.setAll(documented);
          }
        });
  }
}
