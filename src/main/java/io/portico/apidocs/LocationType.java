package io.portico.apidocs;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of entities that API Gateway keeps documentation of, as its API spells them. */
public enum LocationType {
  API(Inheritance.NEVER),
  AUTHORIZER(Inheritance.NEVER, Coordinate.NAME),
  /** Of a model, named {@code Pet}, or of one of its properties, named {@code Pet.price}. */
  MODEL(Inheritance.NEVER, Coordinate.NAME),
  RESOURCE(Inheritance.NEVER, Coordinate.PATH),
  METHOD(Inheritance.UNSETTLED, Coordinate.PATH, Coordinate.METHOD),
  PATH_PARAMETER(Inheritance.ALWAYS, Coordinate.PATH, Coordinate.METHOD, Coordinate.NAME),
  QUERY_PARAMETER(Inheritance.ALWAYS, Coordinate.PATH, Coordinate.METHOD, Coordinate.NAME),
  REQUEST_HEADER(Inheritance.ALWAYS, Coordinate.PATH, Coordinate.METHOD, Coordinate.NAME),
  REQUEST_BODY(Inheritance.UNSETTLED, Coordinate.PATH, Coordinate.METHOD),
  RESPONSE(Inheritance.ALWAYS, Coordinate.PATH, Coordinate.METHOD, Coordinate.STATUS_CODE),
  RESPONSE_HEADER(
      Inheritance.ALWAYS,
      Coordinate.PATH,
      Coordinate.METHOD,
      Coordinate.STATUS_CODE,
      Coordinate.NAME),
  RESPONSE_BODY(Inheritance.ALWAYS, Coordinate.PATH, Coordinate.METHOD, Coordinate.STATUS_CODE);

  /** Whether an entity without a part of its own takes that of a more general place. */
  public enum Inheritance {
    NEVER,
    ALWAYS,
    /**
     * AWS's texts disagree. Such an entity counts as undocumented, and the more general part still
     * as in use: a needless text does less harm than one that nobody sees, or one deleted too soon.
     */
    UNSETTLED
  }

  private final Inheritance inheritance;
  private final Set<Coordinate> coordinates;

  LocationType(Inheritance inheritance, Coordinate... coordinates) {
    this.inheritance = inheritance;
    this.coordinates = Set.of(coordinates);
  }

  public Inheritance inheritance() {
    return inheritance;
  }

  /** Whether places of this type have it; a name is then required, all else has a usual value. */
  public boolean has(Coordinate coordinate) {
    return coordinates.contains(coordinate);
  }

  /** For people. */
  public String label() {
    return this == API ? "API" : name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /**
   * The parameters that OpenAPI says are there; empty where API Gateway documents none, such as in
   * cookies.
   *
   * @param in what stands in OpenAPI's {@code in}
   */
  public static Optional<LocationType> ofParameter(String in) {
    return switch (in) {
      case "path" -> Optional.of(PATH_PARAMETER);
      case "query" -> Optional.of(QUERY_PARAMETER);
      case "header" -> Optional.of(REQUEST_HEADER);
      default -> Optional.empty();
    };
  }

  /** Whether it is a parameter of a request: in its path, its query or its header. */
  public boolean isParameter() {
    return this == PATH_PARAMETER || this == QUERY_PARAMETER || this == REQUEST_HEADER;
  }
}
