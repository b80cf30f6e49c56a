package io.portico.apidocs.importing;

import io.vertx.core.json.JsonArray;
import java.util.List;

/** Texts from outside in one column: JSON escapes what PostgreSQL does not take in a text. */
final class Lines {
  private Lines() {}

  static String written(List<String> lines) {
    return new JsonArray(List.copyOf(lines)).encode();
  }

  static List<String> read(String written) {
    return new JsonArray(written).stream().map(String.class::cast).toList();
  }
}
