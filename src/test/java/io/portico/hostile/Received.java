package io.portico.hostile;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * A request as a tracking server received it.
 *
 * @param head the lines before the body as sent, Latin-1
 * @param bodyLength after a chunked body was put together
 * @param sha256 of the body, in hexadecimal
 */
record Received(Instant at, String head, long bodyLength, String sha256) {
  String method() {
    return requestLine()[0];
  }

  String target() {
    return requestLine()[1];
  }

  private String[] requestLine() {
    return head.lines().findFirst().orElseThrow().split(" ");
  }

  /** Name and value of each header line, in their order. */
  List<Map.Entry<String, String>> headers() {
    return Arrays.stream(head.split("\r\n"))
        .skip(1)
        .map(line -> line.split(":", 2))
        .map(parts -> Map.entry(parts[0], parts[1].strip()))
        .toList();
  }

  List<String> values(String name) {
    return headers().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** All names in lower case, sorted, each once. */
  TreeSet<String> names() {
    TreeSet<String> names = new TreeSet<>();
    headers().forEach(header -> names.add(header.getKey().toLowerCase(Locale.ROOT)));
    return names;
  }
}
