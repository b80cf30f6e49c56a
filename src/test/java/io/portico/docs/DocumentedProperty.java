package io.portico.docs;

import java.util.Map;

/**
 * A property of the configuration, as its mapping documents it.
 *
 * @param standard its default; empty if it has none
 */
record DocumentedProperty(String name, String standard, String meaning) {

  /** A row of the reference. */
  String row(Map<String, String> defaults) {
    String value = standard.isEmpty() ? defaults.getOrDefault(name, "") : standard;
    return "| `%s` | %s | %s |".formatted(name, value.isEmpty() ? "" : "`" + value + "`", meaning);
  }
}
