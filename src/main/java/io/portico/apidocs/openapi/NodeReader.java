package io.portico.apidocs.openapi;

import io.portico.apidocs.JsonValue;
import io.portico.apidocs.Location;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads what the objects of a file say in words, and follows references between them. */
final class NodeReader {
  private static final String TAGS = "tags";

  private static final Set<String> BESIDE = Set.of("title", "summary", "description");

  /** One after another; a circle has no end. */
  private static final int MAX_REFERENCES = 32;

  /** Of objects, lists and what is in them: more than any file holds, if not by references. */
  private static final int MAX_READ = 2_000_000;

  private final Node root;
  private final Findings findings;
  private final Map<String, Optional<Node>> targets = new HashMap<>();
  private int read;

  NodeReader(OpenApiFile file, Findings findings) {
    this.root = Node.root(file);
    this.findings = findings;
  }

  /** What an object holds; something else is a misfit. */
  Stream<Node> members(Optional<Node> object) {
    object.ifPresent(this::count);
    return object.filter(this::isObject).stream().flatMap(Node::members);
  }

  /** What a list holds; something else is a misfit. */
  Stream<Node> items(Optional<Node> list) {
    list.filter(node -> !(node.value() instanceof JsonValue.Items))
        .ifPresent(node -> findings.misfit(node.where(), "Write a list here."));
    list.ifPresent(this::count);
    return list.stream().flatMap(Node::items);
  }

  /** The object that stands there, or that is referred to from there; all else is a misfit. */
  Optional<Node> object(Node node) {
    Node target = node;
    for (int steps = 0; steps < MAX_REFERENCES; steps++) {
      count(target);
      Optional<String> reference = reference(target);
      if (reference.isEmpty()) {
        return Optional.of(target).filter(this::isObject);
      }
      if (!said(target, BESIDE).members().isEmpty()) {
        findings.misfit(target.where(), "OpenAPI 3.0 does not read what stands beside a $ref.");
      }
      Optional<Node> next = targets.computeIfAbsent(reference.get(), this::target);
      if (next.isEmpty()) {
        findings.misfit(
            target.where(),
            reference.get().startsWith("#")
                ? "Nothing stands where the $ref leads. Correct it."
                : "The $ref leads out of the file, and nothing is fetched. Write it out here.");
        return Optional.empty();
      }
      target = next.get();
    }
    findings.misfit(node.where(), "The $ref leads in a circle. Write the object out.");
    return Optional.empty();
  }

  /** A few references can make a small file endless. */
  private void count(Node node) {
    read += 1 + node.size();
    if (read > MAX_READ) {
      throw new InvalidOpenApi(
          "The file refers to the same large objects too often to be read. Split it, or take what"
              + " is shared out of them.");
    }
  }

  private static Optional<String> reference(Node node) {
    return node.isObject()
        ? node.at("$ref")
            .map(Node::value)
            .filter(JsonValue.Text.class::isInstance)
            .map(text -> ((JsonValue.Text) text).text())
        : Optional.empty();
  }

  private Optional<Node> target(String reference) {
    return Pointer.parse(reference).flatMap(root::at);
  }

  private boolean isObject(Node node) {
    if (!node.isObject()) {
      findings.misfit(node.where(), "Write an object here.");
    }
    return node.isObject();
  }

  /** Makes a part of those keys and of vendors'; nothing if they say nothing. */
  void part(Node object, Set<String> keys, Supplier<Location> place) {
    JsonValue.Members said = said(object, keys);
    if (!said.members().isEmpty()) {
      findings.part(object.where(), place, said);
    }
  }

  JsonValue.Members said(Node object, Set<String> keys) {
    Map<String, JsonValue> said = new LinkedHashMap<>();
    object
        .members()
        .filter(member -> keys.contains(member.key()) || isVendors(member.key()))
        .forEach(
            member ->
                (isVendors(member.key()) ? Optional.of(member.value()) : word(member))
                    .ifPresent(value -> said.put(member.key(), value)));
    return new JsonValue.Members(said);
  }

  /** Of other vendors than AWS: its own keys are about the API's inner life. */
  private static boolean isVendors(String key) {
    return key.startsWith("x-") && !key.startsWith("x-amazon-apigateway-");
  }

  private Optional<JsonValue> word(Node member) {
    if (member.key().equals(TAGS)) {
      return Optional.of(member.value()).filter(tags -> items(Optional.of(member)).count() > 0);
    }
    if (member.value().depth() > 0) {
      findings.misfit(member.where(), "Write a text here.");
    }
    return member.said().filter(text -> !text.isBlank()).map(JsonValue.Text::new);
  }
}
