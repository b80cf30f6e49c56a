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
    private static Place of(Location location, Stream<Place> inner) {
      return new Place(
          location, inner.sorted((one, other) -> one.location.compareTo(other.location)).toList());
    }
  }

  /** The API as a tree of places, from the whole to its parts. */
  public Place tree() {
    return Place.of(
        Location.api(),
        Stream.of(
                authorizers.stream().map(name -> named(LocationType.AUTHORIZER, name)),
                models.stream().map(ApiEntities::model),
                resources.stream().map(ApiEntities::resource))
            .flatMap(places -> places));
  }

  private static Place model(Model model) {
    return Place.of(
        new Location(LocationType.MODEL, "", "", "", model.name),
        model.properties.stream()
            .map(property -> named(LocationType.MODEL, model.name + "." + property)));
  }

  private static Place named(LocationType type, String name) {
    return new Place(new Location(type, "", "", "", name), List.of());
  }

  private static Place resource(Resource resource) {
    return Place.of(
        new Location(LocationType.RESOURCE, resource.path, "", "", ""),
        resource.methods.stream().map(method -> method(resource.path, method)));
  }

  private static Place method(String path, Method method) {
    MethodPlaces places = new MethodPlaces(path, method.verb);
    return Place.of(
        places.of(LocationType.METHOD),
        Stream.of(
                places.each(LocationType.PATH_PARAMETER, method.pathParameters),
                places.each(LocationType.QUERY_PARAMETER, method.queryParameters),
                places.each(LocationType.REQUEST_HEADER, method.headers),
                method.body
                    ? Stream.of(new Place(places.of(LocationType.REQUEST_BODY), List.of()))
                    : Stream.<Place>empty(),
                method.responses.stream().map(places::response))
            .flatMap(inner -> inner));
  }

  /** The places of one method. */
  private record MethodPlaces(String path, String verb) {
    Location of(LocationType type) {
      return new Location(type, path, verb, "", "");
    }

    Stream<Place> each(LocationType type, Set<String> names) {
      return names.stream()
          .map(name -> new Place(new Location(type, path, verb, "", name), List.of()));
    }

    Place response(Response response) {
      String status = response.statusCode;
      Stream<Place> headers =
          response.headers.stream().map(name -> inner(LocationType.RESPONSE_HEADER, status, name));
      Stream<Place> body =
          response.body ? Stream.of(inner(LocationType.RESPONSE_BODY, status, "")) : Stream.empty();
      return Place.of(
          new Location(LocationType.RESPONSE, path, verb, status, ""),
          Stream.concat(headers, body));
    }

    private Place inner(LocationType type, String status, String name) {
      return new Place(new Location(type, path, verb, status, name), List.of());
    }
  }
}
