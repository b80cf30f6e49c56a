package io.portico.sandbox.apigateway;

import static io.portico.sandbox.apigateway.PartType.Field.METHOD_FIELD;
import static io.portico.sandbox.apigateway.PartType.Field.NAME;
import static io.portico.sandbox.apigateway.PartType.Field.PATH;
import static io.portico.sandbox.apigateway.PartType.Field.STATUS_CODE;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The kinds of entities that documentation is about, as DocumentationPartLocation lists them. */
enum PartType {
  API(Set.of()),
  AUTHORIZER(Set.of(), NAME),
  MODEL(Set.of("title", "description"), NAME),
  RESOURCE(Set.of(), PATH),
  METHOD(Set.of("summary", "description", "tags"), PATH, METHOD_FIELD),
  PATH_PARAMETER(Set.of("description"), PATH, METHOD_FIELD, NAME),
  QUERY_PARAMETER(Set.of("description"), PATH, METHOD_FIELD, NAME),
  REQUEST_HEADER(Set.of("description"), PATH, METHOD_FIELD, NAME),
  REQUEST_BODY(Set.of("description"), PATH, METHOD_FIELD),
  RESPONSE(Set.of("description"), PATH, METHOD_FIELD, STATUS_CODE),
  RESPONSE_HEADER(Set.of("description"), PATH, METHOD_FIELD, STATUS_CODE, NAME),
  RESPONSE_BODY(Set.of(), PATH, METHOD_FIELD, STATUS_CODE);

  /** What may say where an entity is, beside its type. */
  enum Field {
    PATH("path", "/"),
    METHOD_FIELD("method", "*"),
    STATUS_CODE("statusCode", "*"),
    NAME("name", "");

    private final String key;
    private final String fallback;

    Field(String key, String fallback) {
      this.key = key;
      this.fallback = fallback;
    }

    String key() {
      return key;
    }

    /** What an absent field means; empty where it must not be absent. */
    String fallback() {
      return fallback;
    }
  }

  private final Set<String> inlined;
  private final Set<Field> fields;

  PartType(Set<String> inlined, Field... fields) {
    this.inlined = inlined;
    this.fields = Set.of(fields);
  }

  static Optional<PartType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }

  boolean has(Field field) {
    return fields.contains(field);
  }

  /**
   * Whether an entity takes its documentation from a more general one. The developer guide and the
   * API reference differ on METHOD and REQUEST_BODY; this is the reference.
   */
  boolean inherits() {
    return switch (this) {
      case API, AUTHORIZER, MODEL, RESOURCE, METHOD, REQUEST_BODY -> false;
      default -> true;
    };
  }

  /** Whether an export writes that property into the definition itself. */
  boolean inlines(String key) {
    return inlined.contains(key) || extensible() && key.startsWith("x-");
  }

  private boolean extensible() {
    return this == API || this == RESOURCE || this == METHOD;
  }
}
