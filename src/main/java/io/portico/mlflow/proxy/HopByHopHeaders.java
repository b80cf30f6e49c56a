package io.portico.mlflow.proxy;

import io.vertx.core.MultiMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The headers that belong to one connection only (RFC 9110, 7.6.1). */
final class HopByHopHeaders {
  private static final Set<String> ALWAYS =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  /** What {@code Connection} says in nearly every request; it is above already. */
  private static final List<String> KEEP_ALIVE = List.of("keep-alive");

  private HopByHopHeaders() {}

  /** In lower case: those that always are, and those that {@code Connection} names. */
  static Set<String> of(MultiMap headers) {
    List<String> values = headers.getAll("Connection");
    if (values.isEmpty() || values.equals(KEEP_ALIVE)) {
      return ALWAYS;
    }
    Set<String> names = new HashSet<>(ALWAYS);
    for (String value : values) {
      for (String name : value.split(",")) {
        names.add(name.trim().toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }
}
