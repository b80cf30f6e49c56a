package io.portico.mlflow.proxy;

import io.portico.portal.Characters;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The client's headers that go upstream: an allow-list, for AWS's signature covers whatever is sent
 * and MLflow's own checks read Host, Origin and Referer.
 */
final class RequestHeaders {
  private static final List<String> ALLOWED =
      List.of(
          "accept",
          "content-encoding",
          "content-type",
          "if-modified-since",
          "if-none-match",
          "if-range",
          "range",
          "user-agent",
          "x-mlflow-workspace");

  /** Meant for the web page of the UI, which is always sent whole: it gets a script added. */
  private static final Set<String> CONDITIONS =
      Set.of("if-modified-since", "if-none-match", "if-range", "range");

  private RequestHeaders() {}

  /** In lower case, each name once. */
  static List<Map.Entry<String, String>> of(MultiMap client, Content content) {
    Set<String> hopByHop = HopByHopHeaders.of(client);
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    for (String name : ALLOWED) {
      boolean kept = !(content == Content.SHELL && CONDITIONS.contains(name));
      if (kept && client.contains(name) && !hopByHop.contains(name)) {
        String value = String.join(", ", client.getAll(name));
        if (isPlain(value)) {
          headers.add(Map.entry(name, value.trim()));
        }
      }
    }
    // Errors and the UI's page are read here, and the lane compresses for the client itself.
    headers.add(Map.entry("accept-encoding", "identity"));
    return headers;
  }

  /** Other bytes are read as Latin-1 by some and as UTF-8 by others, and so signed in two ways. */
  private static boolean isPlain(String value) {
    return Characters.all(value, c -> c >= ' ' && c <= '~');
  }
}
