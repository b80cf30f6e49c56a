package io.portico.apidocs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How pages speak of places in an API, and lead to them. */
@TemplateExtension
public final class PlaceWords {
  private PlaceWords() {}

  /** What tells a place from its neighbours in a tree. */
  public static String label(Location place) {
    return switch (place.type()) {
      case API -> "The API as a whole";
      case RESOURCE -> place.path();
      case METHOD -> place.method();
      case REQUEST_BODY -> "request body";
      case RESPONSE_BODY -> "response body";
      case RESPONSE -> place.statusCode();
      case MODEL -> place.name().substring(place.name().indexOf('.') + 1);
      case AUTHORIZER, PATH_PARAMETER, QUERY_PARAMETER, REQUEST_HEADER, RESPONSE_HEADER ->
          place.name();
    };
  }

  /** What kind of thing it is, for people; empty where the label says it. */
  public static String kind(Location place) {
    return switch (place.type()) {
      case API, RESOURCE, METHOD, REQUEST_BODY, RESPONSE_BODY -> "";
      case RESPONSE -> "response";
      case MODEL -> place.name().contains(".") ? "property" : "model";
      case AUTHORIZER -> "authorizer";
      case PATH_PARAMETER -> "path parameter";
      case QUERY_PARAMETER -> "query parameter";
      case REQUEST_HEADER, RESPONSE_HEADER -> "header";
    };
  }

  /** A place in words that need no tree around them. */
  public static String title(Location place) {
    String around =
        Stream.of(place.method(), place.path())
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(" "));
    return switch (place.type()) {
      case API -> label(place);
      case RESOURCE -> "Resource " + place.path();
      case METHOD -> around;
      case MODEL, AUTHORIZER ->
          (place.name().contains(".")
                  ? "Property "
                  : place.type() == LocationType.MODEL ? "Model " : "Authorizer ")
              + place.name();
      case REQUEST_BODY -> "Request body of " + around;
      case RESPONSE -> "Response %s of %s".formatted(place.statusCode(), around);
      case RESPONSE_BODY -> "Body of response %s of %s".formatted(place.statusCode(), around);
      case RESPONSE_HEADER ->
          "Header %s of response %s of %s".formatted(place.name(), place.statusCode(), around);
      case PATH_PARAMETER -> "Path parameter %s of %s".formatted(place.name(), around);
      case QUERY_PARAMETER -> "Query parameter %s of %s".formatted(place.name(), around);
      case REQUEST_HEADER -> "Header %s of %s".formatted(place.name(), around);
    };
  }

  /** The query that leads to a place, without the question mark. */
  public static String query(Location place) {
    Map<String, String> coordinates =
        Map.of(
            "path", place.path(),
            "method", place.method(),
            "statusCode", place.statusCode(),
            "name", place.name());
    return Stream.concat(
            Stream.of("type=" + place.type()),
            Stream.of(Coordinate.values())
                .filter(coordinate -> !coordinates.get(coordinate.key()).isEmpty())
                .map(
                    coordinate ->
                        coordinate.key()
                            + "="
                            + URLEncoder.encode(coordinates.get(coordinate.key()), UTF_8)))
        .collect(Collectors.joining("&"));
  }
}
