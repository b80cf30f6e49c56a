package io.portico.apidocs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.apidocs.LocationType.Inheritance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules are those that reproduce the inline texts of AWS's PetStore sample from its parts. */
class DocumentationTest {
  private static final Documentation PETSTORE = new Documentation(Petstore.parts());

  private static String described(Location entity) {
    return PETSTORE
        .of(entity)
        .flatMap(part -> part.properties().text(KeyPath.of("description")))
        .orElse(null);
  }

  @ParameterizedTest
  @CsvSource({
    "METHOD,          /,             GET,     ,    ,        The welcome page",
    "METHOD,          /pets,         GET,     ,    ,        'All pets, page by page'",
    "METHOD,          /pets,         POST,    ,    ,",
    "METHOD,          /pets,         OPTIONS, ,    ,",
    "METHOD,          /pets/{petId}, GET,     ,    ,",
    "PATH_PARAMETER,  /pets/{petId}, GET,     ,    petId,   Which pet",
    "PATH_PARAMETER,  /pets/{petId}, OPTIONS, ,    petId,   Which pet",
    "PATH_PARAMETER,  /pets/{petId}, GET,     ,    shopId,",
    "QUERY_PARAMETER, /pets,         GET,     ,    page,    The page of the list",
    "QUERY_PARAMETER, /pets/{petId}, GET,     ,    page,    The page of the list",
    "QUERY_PARAMETER, /pets,         POST,    ,    page,",
    "QUERY_PARAMETER, /pets-of-mine, GET,     ,    page,",
    "QUERY_PARAMETER, /,             GET,     ,    page,",
    "REQUEST_HEADER,  /pets,         GET,     ,    page,",
    "REQUEST_BODY,    /pets,         POST,    ,    ,        The pet to add",
    "REQUEST_BODY,    /pets/{petId}, POST,    ,    ,",
    "RESPONSE,        /,             GET,     200, ,        It went well",
    "RESPONSE,        /pets/{petId}, OPTIONS, 200, ,        It went well",
    "RESPONSE,        /pets/{petId}, OPTIONS, 404, ,",
    "RESPONSE_BODY,   /pets,         GET,     200, ,",
    "RESPONSE_HEADER, /,             GET,     200, Content-Type, The kind of content",
    "RESPONSE_HEADER, /pets,         OPTIONS, 200, Access-Control-Allow-Methods, Methods that may be used",
    "RESPONSE_HEADER, /pets,         GET,     200, Access-Control-Allow-Methods,",
    "RESPONSE_HEADER, /pets,         GET,     200, Access-Control-Allow-Origin,  Sites that may ask",
  })
  void anEntityWithoutTextTakesThatOfAMoreGeneralPlace(
      String type, String path, String method, String status, String name, String text) {
    assertEquals(text, described(Location.parse(type, path, method, status, name)));
  }

  @Test
  void theWinnerAppliesWhole() {
    Documentation documentation =
        new Documentation(
            List.of(
                Petstore.part("RESPONSE", "/", "*", "200", null, "{\"description\":\"general\"}"),
                Petstore.part("RESPONSE", "/pets", "GET", "200", null, "{\"x-note\":1}")));
    Location entity = Location.parse("RESPONSE", "/pets", "GET", "200", null);
    assertEquals(
        Optional.of("{\"x-note\":1}"),
        documentation.of(entity).map(part -> part.properties().compact()));
  }

  @Test
  void aPlaceHasOnePart() {
    DocumentationPart part = Petstore.part("METHOD", null, "GET", null, null, "{}");
    DocumentationPart same = Petstore.part("METHOD", "/", "get", null, null, "{\"a\":1}");
    assertEquals(Optional.of(part), new Documentation(List.of(part)).at(same.location()));
    assertThrows(IllegalArgumentException.class, () -> new Documentation(List.of(part, same)));
  }

  @Test
  void theIndexFindsWhatASearchThroughAllPartsWould() {
    Random random = new Random(20_263);
    int inherited = 0;
    for (int i = 0; i < 300; i++) {
      Map<Location, DocumentationPart> parts = new LinkedHashMap<>();
      for (int p = random.nextInt(60); p > 0; p--) {
        Location place = place(random, List.of("*", "GET", "POST"), List.of("*", "200", "404"));
        parts.put(place, new DocumentationPart("p" + p, place, Properties.none()));
      }
      List<DocumentationPart> all = new ArrayList<>(parts.values());
      Documentation documentation = new Documentation(all);
      for (int e = 0; e < 60; e++) {
        Location entity = place(random, List.of("GET", "POST", "ANY"), List.of("200", "404"));
        Optional<DocumentationPart> winner = naiveWinner(entity, all);
        assertEquals(winner, documentation.of(entity));
        inherited += winner.filter(part -> !part.location().equals(entity)).isPresent() ? 1 : 0;
      }
    }
    assertTrue(inherited > 1_000, "inherited: " + inherited);
  }

  private static Location place(Random random, List<String> methods, List<String> statuses) {
    LocationType[] types = LocationType.values();
    LocationType type = types[random.nextInt(types.length)];
    List<String> paths = List.of("/", "/a", "/a/b", "/a/b/{c}", "/ab", "/a/bc", "/d");
    return new Location(
        type,
        type.has(Coordinate.PATH) ? paths.get(random.nextInt(paths.size())) : "",
        type.has(Coordinate.METHOD) ? methods.get(random.nextInt(methods.size())) : "",
        type.has(Coordinate.STATUS_CODE) ? statuses.get(random.nextInt(statuses.size())) : "",
        type.has(Coordinate.NAME) ? List.of("m", "n").get(random.nextInt(2)) : "");
  }

  private static Optional<DocumentationPart> naiveWinner(
      Location entity, List<DocumentationPart> parts) {
    if (entity.type().inheritance() != Inheritance.ALWAYS) {
      return parts.stream().filter(part -> part.location().equals(entity)).findFirst();
    }
    return parts.stream()
        .filter(part -> covers(part.location(), entity))
        .max(
            Comparator.<DocumentationPart>comparingInt(part -> segments(part.location()).size())
                .thenComparing(part -> !part.location().statusCode().equals("*"))
                .thenComparing(part -> !part.location().method().equals("*")));
  }

  private static boolean covers(Location place, Location entity) {
    List<String> prefix = segments(place);
    List<String> path = segments(entity);
    return place.type() == entity.type()
        && place.name().equals(entity.name())
        && prefix.size() <= path.size()
        && path.subList(0, prefix.size()).equals(prefix)
        && List.of("*", entity.method()).contains(place.method())
        && List.of("*", entity.statusCode()).contains(place.statusCode());
  }

  private static List<String> segments(Location place) {
    return place.path().length() < 2 ? List.of() : List.of(place.path().substring(1).split("/"));
  }
}
