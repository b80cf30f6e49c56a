package io.portico.apidocs.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.apidocs.Coordinate;
import io.portico.apidocs.Location;
import io.portico.apidocs.LocationType;
import io.portico.apidocs.Properties;
import io.portico.apidocs.RandomJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentationFileTest {
  private static final List<String> PATHS =
      List.of(
          "/", "/pets", "/pets/{petId}", "/{proxy+}", "/größe/𝄞", "/__proto__", "/a~1b%2Fc\"\\");
  private static final List<String> NAMES =
      List.of("Pet", "Pet.price", "X-Rate", "__proto__", "größe", "𝄞", "a b", "\"\\/");

  private static String json(Map<Location, Properties> parts) {
    return new DocumentationFile("Pets", "1", parts).json();
  }

  private static Map<Location, Properties> read(String json) {
    FileDocumentation found = FileDocumentation.of(OpenApiFile.read(json));
    assertEquals(List.of(), found.misfits());
    Map<Location, Properties> parts = new LinkedHashMap<>();
    found.parts().forEach(part -> parts.put(part.location(), part.properties()));
    return parts;
  }

  @Test
  void itIsAFileOfOpenApiWithPartsAndWithoutAnApi() {
    Map<Location, Properties> parts = new LinkedHashMap<>();
    parts.put(Location.api(), Properties.parse("{\"info\":{\"version\":1.0}}"));
    parts.put(
        Location.parse("RESPONSE_HEADER", "/pets", "GET", "200", "X-Rate"), Properties.none());
    assertEquals(
        """
        {"openapi":"3.0.1","info":{"title":"Pets \\"R\\" us","version":"2"},"paths":{},\
        "x-amazon-apigateway-documentation":{"documentationParts":[\
        {"location":{"type":"API"},"properties":{"info":{"version":1.0}}},\
        {"location":{"type":"RESPONSE_HEADER","path":"/pets","method":"GET","statusCode":"200",\
        "name":"X-Rate"},"properties":{}}]}}""",
        new DocumentationFile("Pets \"R\" us", "2", parts).json());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "RESOURCE | /     | {'type':'RESOURCE'}",
        "RESOURCE | /pets | {'type':'RESOURCE','path':'/pets'}",
        "METHOD   | /     | {'type':'METHOD','method':'*'}",
        "RESPONSE | /pets | {'type':'RESPONSE','path':'/pets','method':'*','statusCode':'*'}",
      })
  void aLocationIsWrittenAsInAnExport(String type, String path, String location) {
    String json = json(Map.of(Location.parse(type, path, "", "", ""), Properties.none()));
    assertTrue(json.contains("{\"location\":" + location.replace('\'', '"') + ","), json);
  }

  @Test
  void noPartIsAFileToo() {
    assertEquals(Map.of(), read(json(Map.of())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":\"\\u0000\\u001b\\u007f\\u2028\"}",
        "{\"n\":1e999999,\"m\":-0,\"o\":1.00,\"p\":1E+5}",
        "{\"__proto__\":{\"constructor\":null},\"$ref\":\"#/paths\",\"\":\"𝄞</script>\"}",
      })
  void whatIsOddComesBackEqual(String properties) {
    Map<Location, Properties> parts = Map.of(Location.api(), Properties.parse(properties));
    assertEquals(parts, read(json(parts)));
  }

  @Test
  void whatIsAsDeepOrLongAsAPartMayBeComesBackEqual() {
    String deep = "{\"a\":".repeat(63) + "{}" + "}".repeat(63);
    String longest = "{\"a\":\"" + "x".repeat(64 * 1024 - 8) + "\"}";
    Map<Location, Properties> parts =
        Map.of(
            Location.api(), Properties.parse(deep),
            Location.parse("METHOD", "", "", "", ""), Properties.parse(longest));
    assertEquals(parts, read(json(parts)));
  }

  @Test
  void whateverPartsHoldTheyComeBackInTheirOrder() {
    RandomJson random = new RandomJson(20_265);
    Random choice = new Random(20_266);
    for (int i = 0; i < 500; i++) {
      Map<Location, Properties> parts = new LinkedHashMap<>();
      for (int n = choice.nextInt(12); n > 0; n--) {
        parts.put(location(choice), Properties.of(random.object(5)));
      }
      String json = json(parts);
      assertEquals(new ArrayList<>(parts.entrySet()), new ArrayList<>(read(json).entrySet()));
      assertEquals(json, json(read(json)));
    }
  }

  private static Location location(Random choice) {
    LocationType type = one(choice, List.of(LocationType.values()));
    return new Location(
        type,
        type.has(Coordinate.PATH) ? one(choice, PATHS) : "",
        type.has(Coordinate.METHOD) ? one(choice, List.of("*", "ANY", "GET", "PATCH")) : "",
        type.has(Coordinate.STATUS_CODE) ? one(choice, List.of("*", "100", "200", "599")) : "",
        type.has(Coordinate.NAME) ? one(choice, NAMES) : "");
  }

  private static <T> T one(Random choice, List<T> choices) {
    return choices.get(choice.nextInt(choices.size()));
  }

  @Test
  void whatIsLongerThanAnImportIsKnown() {
    Map<Location, Properties> parts = new LinkedHashMap<>();
    Properties properties = Properties.parse("{\"a\":\"" + "ß".repeat(30_000) + "\"}");
    for (int i = 0; i < 100; i++) {
      parts.put(Location.parse("MODEL", "", "", "", "M" + i), properties);
    }
    assertFalse(new DocumentationFile("Pets", "1", parts).isTooLong());
    for (int i = 100; i < 105; i++) {
      parts.put(Location.parse("MODEL", "", "", "", "M" + i), properties);
    }
    assertTrue(new DocumentationFile("Pets", "1", parts).isTooLong());
  }
}
