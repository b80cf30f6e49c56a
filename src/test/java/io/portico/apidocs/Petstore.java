package io.portico.apidocs;

import io.portico.apidocs.ApiEntities.Method;
import io.portico.apidocs.ApiEntities.Model;
import io.portico.apidocs.ApiEntities.Resource;
import io.portico.apidocs.ApiEntities.Response;
import java.util.List;
import java.util.Set;

/** An API in the shape of AWS's PetStore sample: its resources and 14 parts, in our own words. */
final class Petstore {
  static final String PAGE = "{\"description\":\"The page of the list\"}";

  private Petstore() {}

  static ApiEntities entities() {
    Set<String> cors =
        Set.of(
            "Access-Control-Allow-Origin",
            "Access-Control-Allow-Methods",
            "Access-Control-Allow-Headers");
    Set<String> none = Set.of();
    Set<String> origin = Set.of("Access-Control-Allow-Origin");
    Set<String> petId = Set.of("petId");
    return new ApiEntities(
        List.of(
            new Resource(
                "/", List.of(method("GET", none, none, false, Set.of("Content-Type"), false))),
            new Resource(
                "/pets",
                List.of(
                    method("GET", none, Set.of("page", "type"), false, origin, true),
                    method("OPTIONS", none, none, false, cors, true),
                    method("POST", none, none, true, origin, true))),
            new Resource(
                "/pets/{petId}",
                List.of(
                    method("GET", petId, none, false, origin, true),
                    method("OPTIONS", petId, none, false, cors, true)))),
        List.of(new Model("Pet", Set.of("id", "price"))),
        List.of("staff"));
  }

  private static Method method(
      String verb,
      Set<String> path,
      Set<String> query,
      boolean body,
      Set<String> headers,
      boolean answer) {
    return new Method(
        verb, path, query, Set.of(), body, List.of(new Response("200", headers, answer)));
  }

  static List<DocumentationPart> parts() {
    return List.of(
        part("API", null, null, null, null, "{\"info\":{\"description\":\"Pets to buy\"}}"),
        part("METHOD", null, "GET", null, null, "{\"description\":\"The welcome page\"}"),
        part("METHOD", "/pets/{petId}", "GET", null, null, "{\"summary\":\"One pet\"}"),
        part(
            "METHOD",
            "/pets",
            "GET",
            null,
            null,
            "{\"summary\":\"The pets\",\"description\":\"All pets, page by page\"}"),
        part("METHOD", "/pets", "POST", null, null, "{\"summary\":\"A new pet\"}"),
        part("PATH_PARAMETER", "/pets/{petId}", "*", null, "petId", said("Which pet")),
        part("QUERY_PARAMETER", "/pets", "GET", null, "page", PAGE),
        part("QUERY_PARAMETER", "/pets", "GET", null, "type", said("Which kind of pets")),
        part("REQUEST_BODY", "/pets", "POST", null, null, said("The pet to add")),
        part("RESPONSE", null, "*", "200", null, said("It went well")),
        header("OPTIONS", "Access-Control-Allow-Headers", "Headers that may be sent"),
        header("OPTIONS", "Access-Control-Allow-Methods", "Methods that may be used"),
        header("*", "Access-Control-Allow-Origin", "Sites that may ask"),
        header("GET", "Content-Type", "The kind of content"));
  }

  private static DocumentationPart header(String method, String name, String text) {
    return part("RESPONSE_HEADER", null, method, "200", name, said(text));
  }

  private static String said(String text) {
    return "{\"description\":\"" + text + "\"}";
  }

  static DocumentationPart part(
      String type, String path, String method, String status, String name, String properties) {
    Location place = Location.parse(type, path, method, status, name);
    return new DocumentationPart(
        Integer.toHexString(place.hashCode()), place, Properties.parse(properties));
  }
}
