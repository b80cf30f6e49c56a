package io.portico.sandbox.apigateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portico.sandbox.apigateway.PartType.Field;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which entity of an API is documented. Defaults are filled in, so two locations are equal when
 * they mean the same place.
 *
 * @param path of a resource; empty for a type that has none, as are the other fields
 * @param method an HTTP method, or {@code *}
 * @param statusCode three digits, or {@code *}
 */
record PartLocation(PartType type, String path, String method, String statusCode, String name) {

  /**
   * Reads a location from a request.
   *
   * @param input what the value is called in AWS's validation message
   * @throws GatewayException when it names no entity
   */
  static PartLocation parse(JsonNode json, String input) {
    String type = json.path("type").asText("");
    if (type.isEmpty()) {
      throw GatewayException.badRequest("Documentation part location must have a type.");
    }
    PartType known = PartType.named(type).orElseThrow(() -> unknownType(type, input));
    Map<Field, String> fields = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      fields.put(field, value(known, field, json.path(field.key()).asText("")));
    }
    return new PartLocation(
        known,
        fields.get(Field.PATH),
        fields.get(Field.METHOD_FIELD),
        fields.get(Field.STATUS_CODE),
        fields.get(Field.NAME));
  }

  /** What AWS answers for a type that it does not know. */
  static GatewayException unknownType(String type, String input) {
    return GatewayException.invalid(
        "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: Member must satisfy enum value set: [%s]"
            .formatted(
                type,
                input,
                Arrays.stream(PartType.values())
                    .map(Enum::name)
                    .collect(Collectors.joining(", "))));
  }

  private static String value(PartType type, Field field, String given) {
    if (given.isEmpty()) {
      if (type.has(field) && field.fallback().isEmpty()) {
        throw invalid(field, "is required for", type);
      }
      return type.has(field) ? field.fallback() : "";
    }
    if (!type.has(field)) {
      throw invalid(field, "is not allowed for", type);
    }
    if (!wellFormed(field, given)) {
      throw invalid(field, "is malformed for", type);
    }
    return given;
  }

  private static boolean wellFormed(Field field, String value) {
    return switch (field) {
      case PATH -> value.startsWith("/");
      case STATUS_CODE -> value.matches("[1-5]\\d\\d|\\*");
      case METHOD_FIELD, NAME -> true;
    };
  }

  private static GatewayException invalid(Field field, String fault, PartType type) {
    return GatewayException.badRequest(
        "Documentation part location '%s' %s type '%s'.".formatted(field.key(), fault, type));
  }

  static PartLocation api() {
    return new PartLocation(PartType.API, "", "", "", "");
  }

  static PartLocation model(String name) {
    return new PartLocation(PartType.MODEL, "", "", "", name);
  }

  static PartLocation authorizer(String name) {
    return new PartLocation(PartType.AUTHORIZER, "", "", "", name);
  }

  static PartLocation resource(String path) {
    return new PartLocation(PartType.RESOURCE, path, "", "", "");
  }

  /** A method, or the body or a parameter of its request. */
  static PartLocation ofRequest(PartType type, String path, String method, String name) {
    return new PartLocation(type, path, method, "", name);
  }

  /** A response of a method, or its body or a header of it. */
  static PartLocation ofResponse(
      PartType type, String path, String method, String statusCode, String name) {
    return new PartLocation(type, path, method, statusCode, name);
  }

  /** Whether documentation here is good for that entity, which may be this one. */
  boolean covers(PartLocation entity) {
    if (!type.inherits()) {
      return equals(entity);
    }
    return type == entity.type
        && name.equals(entity.name)
        && isAbove(entity.path)
        && (method.equals("*") || method.equals(entity.method))
        && (statusCode.equals("*") || statusCode.equals(entity.statusCode));
  }

  private boolean isAbove(String other) {
    return path.equals("/") || other.equals(path) || other.startsWith(path + "/");
  }

  /** How many segments the path has. */
  int depth() {
    return (int) Arrays.stream(path.split("/")).filter(segment -> !segment.isEmpty()).count();
  }

  /** As lists and single parts show it. */
  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("type", type.name());
    for (Field field : Field.values()) {
      if (type.has(field)) {
        json.put(field.key(), value(field));
      }
    }
    return json;
  }

  /** As an export shows it: without the path of the root. */
  ObjectNode exported() {
    ObjectNode json = json();
    if (path.equals("/")) {
      json.remove("path");
    }
    return json;
  }

  /** As a conflict names it. */
  String described() {
    return Stream.concat(
            Stream.of("type '" + type + "'"),
            Arrays.stream(Field.values())
                .filter(type::has)
                .map(field -> "%s '%s'".formatted(field.key(), value(field))))
        .collect(Collectors.joining(", "));
  }

  private String value(Field field) {
    return switch (field) {
      case PATH -> path;
      case METHOD_FIELD -> method;
      case STATUS_CODE -> statusCode;
      case NAME -> name;
    };
  }
}
