package io.portico.apidocs;

import static io.portico.apidocs.Coordinate.ANY_VALUE;

import io.portico.apidocs.LocationType.Inheritance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A place in an API that documentation is about. Equal locations are the same place: what the type
 * does not have is empty, and what is left out has API Gateway's default.
 *
 * @param path of the resource, {@code /} by default
 * @param method {@code *} by default
 * @param statusCode {@code *} by default
 */
public record Location(
    LocationType type, String path, String method, String statusCode, String name)
    implements Comparable<Location> {

  // A slash sorts as the lowest sign, so that /pets/{petId} comes before /pets-of-friends.
  private static final Comparator<Location> ORDER =
      Comparator.comparing((Location location) -> location.path.replace('/', '\0'))
          .thenComparing(Location::method)
          .thenComparing(Location::type)
          .thenComparing(Location::statusCode)
          .thenComparing(Location::name);

  /**
   * Any argument but the type may be null.
   *
   * @throws InvalidLocation if the type does not have what is given, or needs what is not
   */
  public Location {
    path = Coordinate.PATH.normal(type, path);
    method = Coordinate.METHOD.normal(type, method);
    statusCode = Coordinate.STATUS_CODE.normal(type, statusCode);
    name = Coordinate.NAME.normal(type, name);
    Map<String, String> problems = new LinkedHashMap<>();
    for (Coordinate coordinate : Coordinate.values()) {
      String value =
          switch (coordinate) {
            case PATH -> path;
            case METHOD -> method;
            case STATUS_CODE -> statusCode;
            case NAME -> name;
          };
      coordinate.problem(type, value).ifPresent(problem -> problems.put(coordinate.key(), problem));
    }
    if (!problems.isEmpty()) {
      throw new InvalidLocation(problems);
    }
  }

  /**
   * Reads what API Gateway or a form says; any argument may be null.
   *
   * @throws InvalidLocation with a sentence for every coordinate that is wrong
   */
  public static Location parse(
      String type, String path, String method, String statusCode, String name) {
    LocationType known =
        Arrays.stream(LocationType.values())
            .filter(candidate -> candidate.name().equals(type))
            .findFirst()
            .orElseThrow(
                () -> new InvalidLocation(Map.of("type", "Choose what the text is about.")));
    return new Location(known, path, method, statusCode, name);
  }

  /** The place of the API as a whole. */
  public static Location api() {
    return new Location(LocationType.API, "", "", "", "");
  }

  /**
   * The places whose parts may speak for this one, from itself to the most general: the deeper path
   * wins, then the exact status code, then the exact method.
   */
  public List<Location> generalisations() {
    if (type.inheritance() == Inheritance.NEVER) {
      return List.of(this);
    }
    List<Location> places = new ArrayList<>();
    for (String prefix = path; ; prefix = parent(prefix)) {
      for (String status : exactThenAny(statusCode)) {
        for (String verb : exactThenAny(method)) {
          places.add(new Location(type, prefix, verb, status, name));
        }
      }
      if (prefix.equals("/")) {
        return places;
      }
    }
  }

  private static Set<String> exactThenAny(String value) {
    return value.isEmpty() ? Set.of("") : new LinkedHashSet<>(List.of(value, ANY_VALUE));
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(1, path.lastIndexOf('/')));
  }

  @Override
  public int compareTo(Location other) {
    return ORDER.compare(this, other);
  }
}
