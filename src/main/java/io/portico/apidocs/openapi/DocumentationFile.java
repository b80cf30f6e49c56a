package io.portico.apidocs.openapi;

import io.portico.apidocs.JsonValue;
import io.portico.apidocs.JsonWriter;
import io.portico.apidocs.Location;
import io.portico.apidocs.Properties;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parts as a file of OpenAPI 3.0 without an API: what API Gateway imports, and what backups are.
 * {@link FileDocumentation} reads the same parts from it.
 *
 * @param title of the API, for people who find the file
 * @param version of its documentation, for the same
 */
public record DocumentationFile(String title, String version, Map<Location, Properties> parts) {
  private static final JsonValue OPENAPI = new JsonValue.Text("3.0.1");
  private static final JsonValue NO_PATHS = new JsonValue.Members(Map.of());

  /** In one line of JSON. */
  public String json() {
    List<JsonValue> written =
        parts.entrySet().stream()
            .<JsonValue>map(part -> PartNotation.of(part.getKey(), part.getValue()))
            .toList();
    Map<String, JsonValue> file = new LinkedHashMap<>();
    file.put("openapi", OPENAPI);
    Map<String, String> info = new LinkedHashMap<>();
    info.put("title", title);
    info.put("version", version);
    file.put("info", texts(info));
    file.put("paths", NO_PATHS);
    file.put(
        DocumentationExtension.KEY,
        new JsonValue.Members(Map.of(DocumentationExtension.PARTS, new JsonValue.Items(written))));
    return JsonWriter.compact(new JsonValue.Members(file));
  }

  /** Whether API Gateway would refuse it for its length. */
  public boolean isTooLong() {
    return json().getBytes(StandardCharsets.UTF_8).length > OpenApiFile.MAX_BYTES;
  }

  private static JsonValue texts(Map<String, String> texts) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    texts.forEach((key, text) -> members.put(key, new JsonValue.Text(text)));
    return new JsonValue.Members(members);
  }
}
