package io.portico.sandbox.apigateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.portico.sandbox.apigateway.PartType.Field;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads locations as requests and files state them: each type has fields that it may have. */
final class LocationReader {

  private LocationReader() {}

  /**
   * Reads a location from a request.
   *
   * @param input what the value is called in AWS's validation message
   * @throws GatewayException when it names no entity
   */
  static PartLocation read(JsonNode json, String input) {
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
}
