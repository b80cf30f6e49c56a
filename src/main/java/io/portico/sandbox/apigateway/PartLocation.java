package io.portico.sandbox.apigateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portico.sandbox.apigateway.PartType.Field;
import java.util.Arrays;
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
