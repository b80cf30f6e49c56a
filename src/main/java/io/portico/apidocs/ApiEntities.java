package io.portico.apidocs;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an API consists of, whether it is documented or not.
 *
 * @param authorizers by name
 */
public record ApiEntities(List<Resource> resources, List<Model> models, List<String> authorizers) {

  /**
   * @param path from the root, such as {@code /pets/{petId}}
   */
  public record Resource(String path, List<Method> methods) {}

  /**
   * @param verb as API Gateway names it, {@code ANY} among them
   * @param body whether it has a model for a body
   */
  public record Method(
      String verb,
      Set<String> pathParameters,
      Set<String> queryParameters,
      Set<String> headers,
      boolean body,
      List<Response> responses) {}

  /**
   * @param body whether it has a model for a body
   */
  public record Response(String statusCode, Set<String> headers, boolean body) {}

  /**
   * @param properties the outermost ones
   */
  public record Model(String name, Set<String> properties) {}

  /** An entity and those that belong to it, in their order. */
  public record Place(Location location, List<Place> inner) {
    /** Nothing where no part can be: schemas name properties as their authors please. */
    private static Stream<Place> of(
        LocationType type,
        String path,
        String method,
        String statusCode,
        String name,
        Stream<Place> inner) {
      Location location;
      try {
        location = new Location(type, path, method, statusCode, name);
      } catch (InvalidLocation nowhere) {
        return Stream.empty();
      }
      return Stream.of(
          new Place(
              location,
              inner.sorted((one, other) -> one.location.compareTo(other.location)).toList()));
    }
  }

  /** The API as a tree of places, from the whole to its parts. */
  public Place tree() {
    Stream<Place> entities =
        Stream.of(
                authorizers.stream()
                    .flatMap(name -> named(LocationType.AUTHORIZER, name, Stream.empty())),
                models.stream().flatMap(ApiEntities::model),
                resources.stream().flatMap(ApiEntities::resource))
            .flatMap(places -> places);
    return Place.of(LocationType.API, "", "", "", "", entities).findFirst().orElseThrow();
  }

  private static Stream<Place> model(Model model) {
    return named(
        LocationType.MODEL,
        model.name,
        model.properties.stream()
            .filter(property -> !property.isBlank())
            .flatMap(
                property ->
                    named(LocationType.MODEL, model.name + "." + property, Stream.empty())));
  }

  private static Stream<Place> named(LocationType type, String name, Stream<Place> inner) {
    return Place.of(type, "", "", "", name, inner);
  }

  private static Stream<Place> resource(Resource resource) {
    return Place.of(
        LocationType.RESOURCE,
        resource.path,
        "",
        "",
        "",
        resource.methods.stream().flatMap(method -> method(resource.path, method)));
  }

  private static Stream<Place> method(String path, Method method) {
    MethodPlaces places = new MethodPlaces(path, method.verb);
    return places.of(
        LocationType.METHOD,
        Stream.of(
                places.each(LocationType.PATH_PARAMETER, method.pathParameters),
                places.each(LocationType.QUERY_PARAMETER, method.queryParameters),
                places.each(LocationType.REQUEST_HEADER, method.headers),
                method.body
                    ? places.of(LocationType.REQUEST_BODY, Stream.empty())
                    : Stream.<Place>empty(),
                method.responses.stream().flatMap(places::response))
            .flatMap(inner -> inner));
  }

  /** The places of one method. */
  private record MethodPlaces(String path, String verb) {
    Stream<Place> of(LocationType type, Stream<Place> inner) {
      return Place.of(type, path, verb, "", "", inner);
    }

    Stream<Place> each(LocationType type, Set<String> names) {
      return names.stream().flatMap(name -> Place.of(type, path, verb, "", name, Stream.empty()));
    }

    Stream<Place> response(Response response) {
      String status = response.statusCode;
      Stream<Place> headers =
          response.headers.stream()
              .flatMap(name -> inner(LocationType.RESPONSE_HEADER, status, name));
      Stream<Place> body =
          response.body ? inner(LocationType.RESPONSE_BODY, status, "") : Stream.empty();
      return Place.of(LocationType.RESPONSE, path, verb, status, "", Stream.concat(headers, body));
    }

    private Stream<Place> inner(LocationType type, String status, String name) {
      return Place.of(type, path, verb, status, name, Stream.empty());
    }
  }
}
