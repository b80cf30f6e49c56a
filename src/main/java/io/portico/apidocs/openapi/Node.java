package io.portico.apidocs.openapi;

import io.portico.apidocs.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A value of a file, and where it stands. */
public record Node(Pointer where, JsonValue value) {
  /** All of a file. */
  public static Node root(OpenApiFile file) {
    return new Node(Pointer.ROOT, file.root());
  }

  /** By which key, or as which item, it stands there. */
  public String key() {
    return where.last();
  }

  /** What stands below that key, or as that item. */
  public Optional<Node> at(String key) {
    JsonValue below = null;
    if (value instanceof JsonValue.Members object) {
      below = object.members().get(key);
    } else if (value instanceof JsonValue.Items list && key.matches("0|[1-9]\\d{0,8}")) {
      int index = Integer.parseInt(key);
      below = index < list.items().size() ? list.items().get(index) : null;
    }
    return Optional.ofNullable(below).map(found -> new Node(where.plus(key), found));
  }

  /** What a pointer from here leads to. */
  public Optional<Node> at(Pointer pointer) {
    Optional<Node> node = Optional.of(this);
    for (String key : pointer.keys()) {
      node = node.flatMap(found -> found.at(key));
    }
    return node;
  }

  /** How much an object or a list holds; 0 of anything else. */
  int size() {
    if (value instanceof JsonValue.Members object) {
      return object.members().size();
    }
    return value instanceof JsonValue.Items list ? list.items().size() : 0;
  }

  /** Whether it is an object, be it an empty one. */
  public boolean isObject() {
    return value instanceof JsonValue.Members;
  }

  /** What an object holds; nothing of anything else. */
  public Stream<Node> members() {
    return value instanceof JsonValue.Members object
        ? object.members().entrySet().stream()
            .map(member -> new Node(where.plus(member.getKey()), member.getValue()))
        : Stream.empty();
  }

  /** What a list holds; nothing of anything else. */
  public Stream<Node> items() {
    List<JsonValue> items = value instanceof JsonValue.Items list ? list.items() : List.of();
    return IntStream.range(0, items.size())
        .mapToObj(i -> new Node(where.plus(Integer.toString(i)), items.get(i)));
  }

  /**
   * What a string, a number or a literal says: to YAML a text such as {@code 404} is a number.
   * Empty for {@code null}, objects and lists.
   */
  public Optional<String> said() {
    if (value instanceof JsonValue.Text text) {
      return Optional.of(text.text());
    }
    return value instanceof JsonValue.Literal literal && !literal.written().equals("null")
        ? Optional.of(literal.written())
        : Optional.empty();
  }

  /** What is said below that key. */
  public Optional<String> said(String key) {
    return at(key).flatMap(Node::said);
  }
}
