package io.portico.apidocs;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.apigateway.model.DocumentationPartType;

class LocationTest {
  private static InvalidLocation refusal(
      String type, String path, String method, String status, String name) {
    return assertThrows(
        InvalidLocation.class, () -> Location.parse(type, path, method, status, name));
  }

  /** The SDK's list is generated from AWS's own description of the service. */
  @Test
  void typesAreThoseOfApiGateway() {
    assertEquals(
        DocumentationPartType.knownValues().stream().map(Enum::name).collect(toSet()),
        Stream.of(LocationType.values()).map(Enum::name).collect(toSet()));
  }

  @ParameterizedTest
  @CsvSource({
    "API,             ,  ,  ,",
    "AUTHORIZER,      ,  ,  , n",
    "MODEL,           ,  ,  , n",
    "RESOURCE,        /, ,  ,",
    "METHOD,          /, *, ,",
    "PATH_PARAMETER,  /, *, , n",
    "QUERY_PARAMETER, /, *, , n",
    "REQUEST_HEADER,  /, *, , n",
    "REQUEST_BODY,    /, *, ,",
    "RESPONSE,        /, *, *,",
    "RESPONSE_HEADER, /, *, *, n",
    "RESPONSE_BODY,   /, *, *,",
  })
  void aPlaceHasWhatItsTypeHasAndTheDefaultsOfApiGateway(
      String type, String path, String method, String status, String name) {
    Location place = Location.parse(type, null, null, null, name);
    assertEquals(
        Stream.of(path, method, status, name).map(text -> text == null ? "" : text).toList(),
        List.of(place.path(), place.method(), place.statusCode(), place.name()));
    assertEquals(place, Location.parse(type, "/", "*", "*", name));
    assertEquals(place, Location.parse(type, " ", "", "", name));
  }

  @Test
  void anExportAndACallNameTheSamePlace() {
    assertEquals(
        Location.parse("METHOD", null, "GET", null, null),
        Location.parse("METHOD", "/", "get", "", ""));
    assertNotEquals(
        Location.parse("METHOD", "/Pets", "GET", null, null),
        Location.parse("METHOD", "/pets", "GET", null, null));
  }

  @Test
  void everyCoordinateThatIsWrongIsNamed() {
    assertEquals(
        Set.of("path", "method", "statusCode", "name"),
        refusal("RESPONSE_HEADER", "pets", "FETCH", "2XX", " ").problems().keySet());
    assertEquals(Set.of("type"), refusal("STAGE", "/", "*", "*", "").problems().keySet());
    assertEquals(Set.of("type"), refusal(null, "/", "*", "*", "").problems().keySet());
  }

  @Test
  void whatTheTypeDoesNotHaveIsRefused() {
    assertEquals(
        Set.of("path", "method", "statusCode", "name"),
        refusal("API", "/pets", "GET", "200", "Pet").problems().keySet());
    assertEquals(
        "Leave this empty: RESOURCE has no method.",
        refusal("RESOURCE", "/", "GET", "", "").problems().get("method"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"099", "600", "20", "2000", "default", "2XX", "**", "２００", "200\n2"})
  void aStatusCodeThatApiGatewayDoesNotTakeIsRefused(String status) {
    assertEquals(
        Set.of("statusCode"), refusal("RESPONSE", "/", "GET", status, "").problems().keySet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pets",
        "//",
        "/pets/",
        "/pets//x",
        "/a b",
        "/a\nb",
        "/a\u0000b",
        "/a\u007fb",
        "/\ud800"
      })
  void aPathThatNoResourceHasIsRefused(String path) {
    assertEquals(Set.of("path"), refusal("RESOURCE", path, "", "", "").problems().keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/pets", "/pets/{petId}", "/v1.0/a-b_c:d", "/{proxy+}", "/größe"})
  void aPathOfAResourceIsKept(String path) {
    assertEquals(path, Location.parse("RESOURCE", path, "", "", "").path());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\u0000", "\udc00", "\u001b[31m"})
  void aNameThatCannotBePrintedIsRefused(String name) {
    assertEquals(Set.of("name"), refusal("MODEL", "", "", "", name).problems().keySet());
  }

  @Test
  void theMoreExactPlaceIsAskedFirst() {
    assertEquals(
        List.of(
            "/pets/{petId} GET 200",
            "/pets/{petId} * 200",
            "/pets/{petId} GET *",
            "/pets/{petId} * *",
            "/pets GET 200",
            "/pets * 200",
            "/pets GET *",
            "/pets * *",
            "/ GET 200",
            "/ * 200",
            "/ GET *",
            "/ * *"),
        Location.parse("RESPONSE", "/pets/{petId}", "GET", "200", "").generalisations().stream()
            .map(place -> place.path() + " " + place.method() + " " + place.statusCode())
            .toList());
  }

  @ParameterizedTest
  @EnumSource(
      value = LocationType.class,
      names = {"API", "AUTHORIZER", "MODEL", "RESOURCE"})
  void whatInheritsNothingSpeaksForItself(LocationType type) {
    Location place =
        new Location(
            type,
            type.has(Coordinate.PATH) ? "/pets" : "",
            "",
            "",
            type.has(Coordinate.NAME) ? "n" : "");
    assertEquals(List.of(place), place.generalisations());
  }

  @Test
  void listsGoFromTheWholeToThePart() {
    List<Location> ordered =
        List.of(
            Location.api(),
            Location.parse("MODEL", "", "", "", "Pet"),
            Location.parse("MODEL", "", "", "", "Pet.price"),
            Location.parse("RESOURCE", "/", "", "", ""),
            Location.parse("RESOURCE", "/pets", "", "", ""),
            Location.parse("METHOD", "/pets", "GET", "", ""),
            Location.parse("QUERY_PARAMETER", "/pets", "GET", "", "page"),
            Location.parse("RESPONSE", "/pets", "GET", "200", ""),
            Location.parse("RESPONSE", "/pets", "GET", "404", ""),
            Location.parse("METHOD", "/pets", "POST", "", ""),
            Location.parse("RESOURCE", "/pets/{petId}", "", "", ""),
            Location.parse("RESOURCE", "/pets-of-friends", "", "", ""));
    List<Location> shuffled = new ArrayList<>(ordered);
    Collections.shuffle(shuffled, new Random(1));
    assertEquals(ordered, shuffled.stream().sorted().toList());
  }

  /** What inherits is looked up segment by segment: a longer one would fill the memory. */
  @Test
  void noPlaceIsLongerThanAnyApi() {
    String longest = "/a".repeat(500);
    assertEquals(longest, Location.parse("RESPONSE", longest, null, null, null).path());
    for (int segments : List.of(501, 500_000)) {
      String path = "/a".repeat(segments);
      InvalidLocation problem =
          assertThrows(
              InvalidLocation.class, () -> Location.parse("RESPONSE", path, null, null, null));
      assertEquals(Set.of("path"), problem.problems().keySet());
    }
    assertThrows(
        InvalidLocation.class, () -> Location.parse("MODEL", null, null, null, "x".repeat(1_001)));
  }
}
