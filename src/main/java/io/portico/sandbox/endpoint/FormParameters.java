package io.portico.sandbox.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The parameters of a query-protocol request, sent as an HTML form would be. */
record FormParameters(Map<String, String> values) {

  /** Empty when the body is not correctly encoded, or names a parameter twice. */
  static Optional<FormParameters> parse(String body) {
    Map<String, String> values = new HashMap<>();
    try {
      for (String pair : body.split("&")) {
        String[] parts = pair.split("=", 2);
        String value = parts.length == 2 ? URLDecoder.decode(parts[1], UTF_8) : "";
        if (values.put(URLDecoder.decode(parts[0], UTF_8), value) != null) {
          return Optional.empty();
        }
      }
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return Optional.of(new FormParameters(Map.copyOf(values)));
  }

  Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }
}
