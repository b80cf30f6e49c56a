package io.portico.apidocs.openapi;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.portico.apidocs.JsonValue;
import io.portico.apidocs.JsonWriter;
import java.util.Map;

/** Texts as files, and what becomes of them. */
final class FilesToRead {
  static final String YAML = "openapi: 3.0.3\n";
  static final String JSON = "{\"openapi\":\"3.0.3\"";

  private FilesToRead() {}

  static InvalidOpenApi refusal(String text) {
    return assertThrows(InvalidOpenApi.class, () -> OpenApiFile.read(text), text);
  }

  static InvalidOpenApi refusal(byte[] file) {
    return assertThrows(InvalidOpenApi.class, () -> OpenApiFile.read(file));
  }

  static String read(String text) {
    return JsonWriter.compact(OpenApiFile.read(text).root());
  }

  /** What YAML makes of one value. */
  static String value(String yaml) {
    JsonValue.Members root = OpenApiFile.read(YAML + "x: " + yaml + "\n").root();
    return JsonWriter.compact(new JsonValue.Members(Map.of("x", root.members().get("x"))));
  }
}
