package io.portico.mlflow.proxy;

import io.vertx.core.MultiMap;
import java.util.HashSet;
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

  private HopByHopHeaders() {}

  /** In lower case: those that always are, and those that {@code Connection} names. */
  static Set<String> of(MultiMap headers) {
    Set<String> names = ALWAYS;
    for (String value : headers.getAll("Connection")) {
      // As nearly all say who name any; it is among those that always are.
      if (!value.equals("keep-alive")) {
        names = new HashSet<>(names);
        for (String name : value.split(",")) {
          names.add(name.trim().toLowerCase(Locale.ROOT));
        }
      }
    }
    return names;
  }
}
