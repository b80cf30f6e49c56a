package io.portico.apidocs;

import java.util.List;

/**
 * Where in the JSON of a part a value stands.
 *
 * @param keys from the outermost to the innermost, at least one
 */
public record KeyPath(List<String> keys) {
  public KeyPath {
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("A path has at least one key");
    }
    keys = List.copyOf(keys);
  }

  /** Reads keys that have no dots in them, such as {@code info.contact.email}. */
  public static KeyPath of(String dotted) {
    return new KeyPath(List.of(dotted.split("\\.", -1)));
  }

  public String first() {
    return keys.get(0);
  }

  @Override
  public String toString() {
    return String.join(".", keys);
  }
}
