package io.portico.apidocs.openapi;

import io.portico.apidocs.Coordinate;
import io.portico.apidocs.DocumentationPart;
import io.portico.apidocs.JsonValue;
import io.portico.apidocs.JsonValue.Members;
import io.portico.apidocs.JsonValue.Text;
import io.portico.apidocs.Location;
import java.util.LinkedHashMap;
import java.util.Map;

/** Parts as exports have them: without an id, and the root's path left out. */
final class PartNotation {
  private PartNotation() {}

  static Members of(DocumentationPart part) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("location", of(part.location()));
    members.put("properties", part.properties().root());
    return new Members(members);
  }

  private static Members of(Location location) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("type", new Text(location.type().name()));
    put(members, Coordinate.PATH, location.path().equals("/") ? "" : location.path());
    put(members, Coordinate.METHOD, location.method());
    put(members, Coordinate.STATUS_CODE, location.statusCode());
    put(members, Coordinate.NAME, location.name());
    return new Members(members);
  }

  private static void put(Map<String, JsonValue> members, Coordinate coordinate, String value) {
    if (!value.isEmpty()) {
      members.put(coordinate.key(), new Text(value));
    }
  }
}
