package io.portico.apidocs;

import java.util.Set;

/**
 * How far a key of a part travels when API Gateway writes an OpenAPI document. Every key is in the
 * document's extension {@code x-amazon-apigateway-documentation} in any case.
 */
public enum Reach {
  /** Into the definitions of OpenAPI 3.0 and Swagger 2.0. */
  DEFINITION,
  /** Into the definition of OpenAPI 3.0 only. */
  OPENAPI_3,
  /** Into neither. */
  EXTENSION,
  /** AWS does not say. */
  UNSETTLED;

  private static final Set<String> OF_METHOD = Set.of("summary", "description", "tags");
  private static final Set<String> OF_MODEL = Set.of("title", "description");

  /** Of a key, and of all that stands below it, in a part of that type. */
  public static Reach of(LocationType type, KeyPath path) {
    String key = path.first();
    return switch (type) {
      case API -> path.keys().equals(KeyPath.of("info.version").keys()) ? EXTENSION : ofApi(key);
      case RESOURCE -> injectedIf(isVendors(key));
      case METHOD -> injectedIf(OF_METHOD.contains(key) || isVendors(key));
      case MODEL -> ofOthers(key, OF_MODEL.contains(key), DEFINITION);
      case REQUEST_BODY -> ofOthers(key, key.equals("description"), OPENAPI_3);
      case PATH_PARAMETER, QUERY_PARAMETER, REQUEST_HEADER, RESPONSE, RESPONSE_HEADER ->
          ofOthers(key, key.equals("description"), DEFINITION);
      case AUTHORIZER, RESPONSE_BODY -> UNSETTLED;
    };
  }

  private static Reach ofApi(String key) {
    return injectedIf(key.equals("info") || isVendors(key));
  }

  private static Reach injectedIf(boolean injected) {
    return injected ? DEFINITION : EXTENSION;
  }

  /** Whether vendors' keys are injected here, AWS's general rule says and its table does not. */
  private static Reach ofOthers(String key, boolean injected, Reach reach) {
    if (isVendors(key)) {
      return UNSETTLED;
    }
    return injected ? reach : EXTENSION;
  }

  /** OpenAPI 3.0.3, 4.9. */
  private static boolean isVendors(String key) {
    return key.startsWith("x-");
  }
}
