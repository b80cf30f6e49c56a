package io.portico.apidocs.openapi;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where in a file a value stands (JSON Pointer, RFC 6901).
 *
 * @param keys from the outermost to the innermost; of an item in a list its number from 0; none for
 *     the whole file
 */
public record Pointer(List<String> keys) {
  static final Pointer ROOT = new Pointer(List.of());

  public Pointer {
    keys = List.copyOf(keys);
  }

  /** Reads a reference within a file, such as {@code #/paths/~1pets}; empty if it is none. */
  public static Optional<Pointer> parse(String reference) {
    try {
      // RFC 3986, 3.5: a plus is no space in a fragment.
      String written = URLDecoder.decode(reference.replace("+", "%2B"), StandardCharsets.UTF_8);
      if (written.equals("#")) {
        return Optional.of(ROOT);
      }
      return written.startsWith("#/")
          ? Optional.of(new Pointer(keys(written.substring(2))))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static List<String> keys(String written) {
    return Arrays.stream(written.split("/", -1))
        .map(key -> key.replace("~1", "/").replace("~0", "~"))
        .toList();
  }

  Pointer plus(String key) {
    List<String> longer = new ArrayList<>(keys);
    longer.add(key);
    return new Pointer(longer);
  }

  /** The innermost key; there is none of the whole file. */
  public String last() {
    return keys.get(keys.size() - 1);
  }

  /** As RFC 6901 writes it. */
  @Override
  public String toString() {
    StringBuilder written = new StringBuilder();
    for (String key : keys) {
      written.append('/').append(key.replace("~", "~0").replace("/", "~1"));
    }
    return written.toString();
  }
}
