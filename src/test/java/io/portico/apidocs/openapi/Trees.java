package io.portico.apidocs.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.portico.apidocs.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as Jackson has it and as we have it. */
final class Trees {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Trees() {}

  static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonValue.Members members(JsonNode node) {
    return (JsonValue.Members) value(node);
  }

  private static JsonValue value(JsonNode node) {
    if (node.isObject()) {
      Map<String, JsonValue> members = new LinkedHashMap<>();
      node.properties().forEach(entry -> members.put(entry.getKey(), value(entry.getValue())));
      return new JsonValue.Members(members);
    }
    if (node.isArray()) {
      List<JsonValue> items = new ArrayList<>();
      node.forEach(item -> items.add(value(item)));
      return new JsonValue.Items(items);
    }
    return node.isTextual()
        ? new JsonValue.Text(node.textValue())
        : new JsonValue.Literal(node.toString());
  }

  static JsonNode node(JsonValue value) {
    if (value instanceof JsonValue.Members object) {
      var node = JsonNodeFactory.instance.objectNode();
      object.members().forEach((key, member) -> node.set(key, node(member)));
      return node;
    }
    if (value instanceof JsonValue.Items array) {
      var node = JsonNodeFactory.instance.arrayNode();
      array.items().forEach(item -> node.add(node(item)));
      return node;
    }
    return value instanceof JsonValue.Text text
        ? JsonNodeFactory.instance.textNode(text.text())
        : read(((JsonValue.Literal) value).written());
  }
}
