package io.portico.sandbox.apigateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The documentation of an API as it is being written: at most one part for each entity. */
final class Parts {
  /** AWS's quota for an API. */
  static final int MAX = 2000;

  private static final String ID_CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Map<PartLocation, Part> byLocation = new LinkedHashMap<>();

  Part create(PartLocation location, String properties) {
    if (byLocation.containsKey(location)) {
      throw GatewayException.conflict(
          "Documentation part already exists for the specified location: %s."
              .formatted(location.described()));
    }
    return put(new Part(newId(), location, properties));
  }

  Part get(String id) {
    return byLocation.values().stream()
        .filter(part -> part.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> GatewayException.notFound("Invalid Documentation part identifier specified"));
  }

  Part replace(String id, String properties) {
    return put(new Part(id, get(id).location(), properties));
  }

  void delete(String id) {
    byLocation.remove(get(id).location());
  }

  /**
   * Adds what is new, and to what is there the properties that differ; all of it or nothing.
   *
   * @return the ids of the parts written, in the order given
   */
  List<String> merge(Map<PartLocation, ObjectNode> imported) {
    Map<PartLocation, Part> before = new LinkedHashMap<>(byLocation);
    try {
      List<String> ids = new ArrayList<>();
      imported.forEach((location, properties) -> ids.add(merge(location, properties).id()));
      return ids;
    } catch (GatewayException e) {
      restore(before);
      throw e;
    }
  }

  /** Forgets every part and takes these, with new ids; all of it or nothing. */
  List<String> overwrite(Map<PartLocation, ObjectNode> imported) {
    Map<PartLocation, Part> before = new LinkedHashMap<>(byLocation);
    byLocation.clear();
    try {
      return merge(imported);
    } catch (GatewayException e) {
      restore(before);
      throw e;
    }
  }

  /** Every part, oldest first; later changes do not show in it. */
  List<Part> all() {
    return List.copyOf(byLocation.values());
  }

  boolean documents(PartLocation entity) {
    return byLocation.containsKey(entity);
  }

  private Part merge(PartLocation location, ObjectNode properties) {
    Part known = byLocation.get(location);
    if (known == null) {
      return create(location, properties.toString());
    }
    ObjectNode merged = known.content();
    merged.setAll(properties);
    return put(new Part(known.id(), location, merged.toString()));
  }

  private Part put(Part part) {
    if (byLocation.size() == MAX && !byLocation.containsKey(part.location())) {
      throw GatewayException.limitExceeded(
          "Maximum number of Documentation parts for this API has been reached: " + MAX);
    }
    byLocation.put(part.location(), part);
    return part;
  }

  private void restore(Map<PartLocation, Part> before) {
    byLocation.clear();
    byLocation.putAll(before);
  }

  private static String newId() {
    StringBuilder id = new StringBuilder();
    RANDOM.ints(8, 0, ID_CHARACTERS.length()).forEach(i -> id.append(ID_CHARACTERS.charAt(i)));
    return id.toString();
  }
}
