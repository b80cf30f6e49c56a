package io.portico.apidocs.editing;

import io.portico.apidocs.InvalidLocation;
import io.portico.apidocs.Location;
import org.jboss.resteasy.reactive.RestQuery;

/** A place as addresses and forms name it; each part may be absent. */
public class PlaceQuery {
  @RestQuery String type;
  @RestQuery String path;
  @RestQuery String method;
  @RestQuery String statusCode;
  @RestQuery String name;

  public String type() {
    return orEmpty(type);
  }

  public String path() {
    return orEmpty(path);
  }

  public String method() {
    return orEmpty(method);
  }

  public String statusCode() {
    return orEmpty(statusCode);
  }

  public String name() {
    return orEmpty(name);
  }

  private static String orEmpty(String given) {
    return given == null ? "" : given;
  }

  /** Whether a place is named at all. */
  boolean isPresent() {
    return type != null && !type.isBlank();
  }

  /**
   * The place.
   *
   * @throws InvalidLocation with a sentence for every coordinate that is wrong
   */
  Location location() {
    return Location.parse(type, path, method, statusCode, name);
  }
}
