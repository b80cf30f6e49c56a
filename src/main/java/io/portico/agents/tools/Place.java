package io.portico.agents.tools;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.portico.apidocs.Location;
import java.util.Optional;

/** A place in an API that documentation is about, as API Gateway names it. */
record Place(
    @JsonPropertyDescription("Such as METHOD or QUERY_PARAMETER.") String type,
    Optional<String> path,
    Optional<String> method,
    Optional<String> statusCode,
    Optional<String> name) {

  static Place of(Location location) {
    return new Place(
        location.type().name(),
        said(location.path()),
        said(location.method()),
        said(location.statusCode()),
        said(location.name()));
  }

  private static Optional<String> said(String coordinate) {
    return Optional.of(coordinate).filter(text -> !text.isEmpty());
  }

  /**
   * The location.
   *
   * @throws io.portico.apidocs.InvalidLocation if API Gateway knows no such place
   */
  Location location() {
    return Location.parse(
        type, path.orElse(null), method.orElse(null), statusCode.orElse(null), name.orElse(null));
  }
}
