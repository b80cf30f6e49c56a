package io.portico.apidocs.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.portico.apidocs.JsonValue;
import io.portico.apidocs.JsonWriter;

/** JSON as Jackson reads it. */
final class JacksonTrees {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JacksonTrees() {}

  static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }

  static JsonNode node(JsonValue.Members members) {
    return read(JsonWriter.compact(members));
  }
}
