package io.portico.apidocs.openapi;

import io.portico.apidocs.Documentation;
import io.portico.apidocs.InvalidLocation;
import io.portico.apidocs.JsonValue;
import io.portico.apidocs.JsonValue.Members;
import io.portico.apidocs.KeyPath;
import io.portico.apidocs.Location;
import io.portico.apidocs.LocationType;
import io.portico.apidocs.Reach;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes what is said of entities over what a definition says of them, as far as {@link Reach} lets
 * it.
 */
record Wording(Documentation documentation) {
  /** The one object that is filled, where others are replaced. */
  private static final List<String> INFO = List.of("info");

  Members on(
      Members target,
      LocationType type,
      String path,
      String method,
      String statusCode,
      String name) {
    Location entity;
    try {
      entity = new Location(type, path, method, statusCode, name);
    } catch (InvalidLocation nowhere) {
      // No part can be about it, such as a response "default".
      return target;
    }
    return on(target, entity);
  }

  Members on(Members target, Location entity) {
    return documentation
        .of(entity)
        .map(part -> written(target, entity.type(), List.of(), part.properties().root()))
        .orElse(target);
  }

  private Members written(Members target, LocationType type, List<String> above, Members said) {
    Map<String, JsonValue> result = new LinkedHashMap<>(target.members());
    said.members()
        .forEach(
            (key, value) -> {
              List<String> keys = Stream.concat(above.stream(), Stream.of(key)).toList();
              if (!reaches(Reach.of(type, new KeyPath(keys)))) {
                return;
              }
              if (!keys.equals(INFO)) {
                result.put(key, value);
              } else if (value instanceof Members info
                  && target.members().get(key) instanceof Members held) {
                result.put(key, written(held, type, keys, info));
              }
            });
    return new Members(result);
  }

  /** What reaches OpenAPI 3.0 only has no place in Swagger 2.0. */
  private static boolean reaches(Reach reach) {
    return reach == Reach.DEFINITION || reach == Reach.OPENAPI_3;
  }
}
