package io.portico.apidocs.editing;

import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.Coordinate;
import io.portico.apidocs.LocationType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form that leads to a place.
 *
 * @param problems by coordinate, what to do about them
 */
public record Elsewhere(ApiAccess access, PlaceQuery place, Map<String, String> problems) {
  public LocationType[] types() {
    return LocationType.values();
  }

  public List<String> methods() {
    return Coordinate.methods().stream().sorted().toList();
  }

  public Optional<String> problem(String coordinate) {
    return Optional.ofNullable(problems.get(coordinate));
  }
}
