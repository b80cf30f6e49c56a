package io.portico.sandbox.endpoint;

import io.vertx.core.MultiMap;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Which header fields go past the data plane, in either direction. */
final class PassedHeaders {

  /** RFC 9110, 7.6.1, and what it calls legacy. */
  private static final Set<String> HOP_BY_HOP =
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

  /** For AWS alone, or set anew for the upstream. */
  private static final Set<String> ENDS_HERE =
      Set.of(
          "authorization",
          "content-length",
          "expect",
          "host",
          MlflowDataPlane.TRACKING_SERVER,
          MlflowDataPlane.APP);

  private PassedHeaders() {}

  static MultiMap upstream(MultiMap received) {
    MultiMap passed = endToEnd(received);
    for (String name : Set.copyOf(passed.names())) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (ENDS_HERE.contains(lower) || lower.startsWith("x-amz-")) {
        passed.remove(name);
      }
    }
    return passed;
  }

  static MultiMap endToEnd(MultiMap received) {
    Set<String> dropped = new HashSet<>(HOP_BY_HOP);
    received.getAll("connection").stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .forEach(name -> dropped.add(name.strip().toLowerCase(Locale.ROOT)));
    MultiMap passed = MultiMap.caseInsensitiveMultiMap().addAll(received);
    dropped.forEach(passed::remove);
    return passed;
  }
}
