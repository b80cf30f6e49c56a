package io.portico.identity.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;

/** Fields as forms send them: {@code application/x-www-form-urlencoded}. */
final class Form {
  static final String TYPE = "application/x-www-form-urlencoded";

  private Form() {}

  static String encode(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }
}
