package io.portico.apidocs;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A value of JSON (RFC 8259) as its author wrote it. Numbers stay text: nobody calculates with
 * them, {@code 1.0} is to stay {@code 1.0}, and {@code 1e999999} is not to become a million digits.
 */
public sealed interface JsonValue {
  /** An object, in its author's order. */
  record Members(Map<String, JsonValue> members) implements JsonValue {
    static final Members NOTHING = new Members(Map.of());

    public Members {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** With a value below those keys; objects on the way are made where there are none. */
    public Members with(List<String> keys, JsonValue value) {
      String key = keys.get(0);
      if (keys.size() == 1) {
        return replacing(key, value);
      }
      if (members.getOrDefault(key, NOTHING) instanceof Members held) {
        return replacing(key, held.with(keys.subList(1, keys.size()), value));
      }
      throw new InvalidProperties(
          "\"%s\" is no object and cannot hold \"%s\". Change it in the JSON first."
              .formatted(key, keys.get(1)));
    }

    /** Without what those keys lead to, and without the objects that held nothing else. */
    public Members without(List<String> keys) {
      String key = keys.get(0);
      if (keys.size() > 1 && members.get(key) instanceof Members held) {
        Members rest = held.without(keys.subList(1, keys.size()));
        if (!rest.members.isEmpty()) {
          return replacing(key, rest);
        }
      }
      Map<String, JsonValue> kept = new LinkedHashMap<>(members);
      kept.remove(key);
      return new Members(kept);
    }

    private Members replacing(String key, JsonValue value) {
      Map<String, JsonValue> changed = new LinkedHashMap<>(members);
      changed.put(key, value);
      return new Members(changed);
    }

    @Override
    public Stream<String> texts() {
      return members.values().stream().flatMap(JsonValue::texts);
    }

    @Override
    public int depth() {
      return 1 + members.values().stream().mapToInt(JsonValue::depth).max().orElse(0);
    }
  }

  /** An array. */
  record Items(List<JsonValue> items) implements JsonValue {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public Stream<String> texts() {
      return items.stream().flatMap(JsonValue::texts);
    }

    @Override
    public int depth() {
      return 1 + items.stream().mapToInt(JsonValue::depth).max().orElse(0);
    }
  }

  /** A string. */
  record Text(String text) implements JsonValue {
    @Override
    public Stream<String> texts() {
      return Stream.of(text);
    }

    @Override
    public int depth() {
      return 0;
    }
  }

  /** A number, {@code true}, {@code false} or {@code null}, as it was written. */
  record Literal(String written) implements JsonValue {
    @Override
    public Stream<String> texts() {
      return Stream.empty();
    }

    @Override
    public int depth() {
      return 0;
    }
  }

  /** All strings in it, but for keys. */
  Stream<String> texts();

  /** How many objects and lists are in each other here. */
  int depth();
}
