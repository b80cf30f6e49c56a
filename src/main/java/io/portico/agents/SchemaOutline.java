package io.portico.agents;

import io.portico.apidocs.JsonValue;
import io.portico.apidocs.JsonWriter;
import io.portico.apidocs.openapi.Node;
import io.portico.apidocs.openapi.Pointer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.ListItem;

/**
 * Writes a schema out as a list in lists, with what it refers to in its place. A schema in itself
 * is named and not repeated; what would become too deep or too long is left to the OpenAPI file.
 */
final class SchemaOutline {
  private static final int MAX_DEPTH = 10;
  private static final List<String> COMBINATIONS = List.of("allOf", "oneOf", "anyOf");
  private static final List<String> LIMITS =
      List.of(
          "enum",
          "default",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "minLength",
          "maxLength",
          "pattern",
          "minItems",
          "maxItems",
          "uniqueItems",
          "nullable",
          "readOnly",
          "writeOnly",
          "deprecated",
          "example");

  private final OpenApi api;
  private int left;

  /**
   * @param longest how many lines it may write in all
   */
  SchemaOutline(OpenApi api, int longest) {
    this.api = api;
    this.left = longest;
  }

  /** Whether there is room for more. */
  boolean hasRoom() {
    return left > 0;
  }

  /** Something of that schema, under a name. */
  ListItem item(String name, Optional<String> more, Optional<String> said, Optional<Node> schema) {
    return item(name, more, said, schema, Set.of());
  }

  private ListItem item(
      String name,
      Optional<String> more,
      Optional<String> said,
      Optional<Node> schema,
      Set<Pointer> around) {
    left--;
    List<org.commonmark.node.Node> line = new ArrayList<>();
    line.add(Inlines.code(name));
    String kind =
        Stream.concat(more.stream(), schema.map(this::kind).stream())
            .collect(Collectors.joining(", "));
    if (!kind.isEmpty()) {
      line.add(Inlines.words(" ("));
      line.add(Inlines.text(kind));
      line.add(Inlines.words(")"));
    }
    Optional<Node> meant = schema.map(api::resolved);
    meant.flatMap(SchemaOutline::limits).ifPresent(limits -> add(line, limits));
    Optional<String> words =
        said.filter(text -> !text.isBlank())
            .or(() -> meant.flatMap(node -> node.said("description")));
    return Blocks.item(
        line, AuthorsText.of(words), schema.map(node -> below(node, around)).orElse(List.of()));
  }

  private static void add(List<org.commonmark.node.Node> line, String limits) {
    line.add(Inlines.words(" "));
    line.add(Inlines.code(limits));
  }

  private static Optional<String> limits(Node schema) {
    String limits =
        LIMITS.stream()
            .flatMap(key -> schema.at(key).stream())
            .map(limit -> limit.key() + ": " + compact(limit.value()))
            .collect(Collectors.joining(", "));
    return limits.isEmpty() ? Optional.empty() : Optional.of(limits);
  }

  private static String compact(JsonValue value) {
    String wrapped = JsonWriter.compact(new JsonValue.Members(Map.of("", value)));
    return wrapped.substring("{\"\":".length(), wrapped.length() - 1);
  }

  /** In a few words. */
  String kind(Node schema) {
    return kind(schema, MAX_DEPTH);
  }

  private String kind(Node schema, int depth) {
    Node meant = api.resolved(schema);
    String name = meant == schema ? "" : " " + meant.key();
    if (meant.at("items").isPresent() && depth > 0) {
      return "array of " + kind(meant.at("items").get(), depth - 1) + name;
    }
    String type = meant.said("type").orElse(meant.at("properties").isPresent() ? "object" : "any");
    return type + meant.said("format").map(format -> " " + format).orElse("") + name;
  }

  private List<ListItem> below(Node schema, Set<Pointer> around) {
    Node meant = api.resolved(schema);
    if (around.contains(meant.where()) || around.size() >= MAX_DEPTH) {
      boolean more = meant.at("properties").isPresent() || meant.at("items").isPresent();
      return more ? List.of(leftOut(around.contains(meant.where()))) : List.of();
    }
    Set<Pointer> inside = new LinkedHashSet<>(around);
    inside.add(meant.where());
    List<ListItem> items = new ArrayList<>();
    meant.at("items").ifPresent(item -> items.addAll(below(item, inside)));
    Set<String> required =
        meant.at("required").stream()
            .flatMap(Node::items)
            .flatMap(name -> name.said().stream())
            .collect(Collectors.toSet());
    for (Node property : meant.at("properties").stream().flatMap(Node::members).toList()) {
      if (!add(items, property.key(), required.contains(property.key()), property, inside)) {
        return items;
      }
    }
    Optional<Node> others = meant.at("additionalProperties").filter(Node::isObject);
    if (others.isPresent() && !add(items, "any other key", false, others.get(), inside)) {
      return items;
    }
    for (String combination : COMBINATIONS) {
      for (Node part : meant.at(combination).stream().flatMap(Node::items).toList()) {
        if (!add(items, combination, false, part, inside)) {
          return items;
        }
      }
    }
    return items;
  }

  private boolean add(
      List<ListItem> items, String name, boolean required, Node schema, Set<Pointer> inside) {
    if (!hasRoom()) {
      items.add(leftOut(false));
      return false;
    }
    Optional<String> more = required ? Optional.of("required") : Optional.empty();
    items.add(item(name, more, Optional.empty(), Optional.of(schema), inside));
    return true;
  }

  private static ListItem leftOut(boolean recursive) {
    return Blocks.item(
        Inlines.words(
            recursive ? "… and so on, as it holds itself" : "… the rest is in the OpenAPI file"));
  }
}
