package io.portico.apidocs.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;

/**
 * Names of stages and versions in sentences and addresses. Others chose them: they hold anything.
 */
final class Names {
  private Names() {}

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  static String list(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  /** For a value in the query of an address. */
  static String encoded(String name) {
    return URLEncoder.encode(name, UTF_8);
  }
}
