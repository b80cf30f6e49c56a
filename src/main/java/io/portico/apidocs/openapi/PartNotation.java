package io.portico.apidocs.openapi;

import io.portico.apidocs.Coordinate;
import io.portico.apidocs.JsonValue;
import io.portico.apidocs.JsonValue.Members;
import io.portico.apidocs.JsonValue.Text;
import io.portico.apidocs.Location;
import io.portico.apidocs.Properties;
import java.util.LinkedHashMap;
import java.util.Map;

/** Parts as API Gateway's exports write them: without an id, and the root's path left out. */
final class PartNotation {
  private PartNotation() {}

  static Members of(Location location, Properties properties) {
    Map<String, JsonValue> part = new LinkedHashMap<>();
    part.put(DocumentationExtension.LOCATION, of(location));
    part.put(DocumentationExtension.PROPERTIES, properties.root());
    return new Members(part);
  }

  private static Members of(Location location) {
    Map<String, String> written = new LinkedHashMap<>();
    written.put(DocumentationExtension.TYPE, location.type().name());
    written.put(Coordinate.PATH.key(), location.path().equals("/") ? "" : location.path());
    written.put(Coordinate.METHOD.key(), location.method());
    written.put(Coordinate.STATUS_CODE.key(), location.statusCode());
    written.put(Coordinate.NAME.key(), location.name());
    Map<String, JsonValue> members = new LinkedHashMap<>();
    written.forEach(
        (key, value) -> {
          if (!value.isEmpty()) {
            members.put(key, new Text(value));
          }
        });
    return new Members(members);
  }
}
