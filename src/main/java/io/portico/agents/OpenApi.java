package io.portico.agents;

import io.portico.apidocs.openapi.Node;
import io.portico.apidocs.openapi.OpenApiFile;
import io.portico.apidocs.openapi.Pointer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A stage's export, as readers go through it. Nothing in it need be as OpenAPI wants it. */
record OpenApi(Node root) {
  private static final String ANY_METHOD = "x-amazon-apigateway-any-method";
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace", ANY_METHOD);
  private static final int MAX_HOPS = 20;

  /** What can be called. */
  record Operation(String path, Node item, Node node) {
    /** In lower case. */
    String method() {
      return node.key().equals(ANY_METHOD) ? "any" : node.key();
    }

    /** For people. */
    String label() {
      return method().toUpperCase(Locale.ROOT) + " " + path;
    }

    /** Where its page is; the path as a JSON Pointer has it (RFC 6901, 3) survives any address. */
    String document() {
      String pointer = path.replace("~", "~0").replace("/", "~1");
      return "operations/" + method() + "/" + pointer + ".md";
    }

    Optional<String> summary() {
      return node.said("summary").filter(summary -> !summary.isBlank());
    }
  }

  static OpenApi of(OpenApiFile export) {
    return new OpenApi(Node.root(export));
  }

  String title() {
    return root.at("info")
        .flatMap(info -> info.said("title"))
        .filter(title -> !title.isBlank())
        .orElse("API");
  }

  Optional<String> description() {
    return root.at("info").flatMap(info -> info.said("description"));
  }

  /** Where it is called, with the variables' usual values. */
  List<String> addresses() {
    return root.at("servers").stream().flatMap(Node::items).map(OpenApi::address).toList();
  }

  private static String address(Node server) {
    String url = server.said("url").orElse("");
    for (Node variable : server.at("variables").stream().flatMap(Node::members).toList()) {
      String value = variable.said("default").orElse("");
      // API Gateway writes {basePath} behind a slash and begins its value with one.
      url = url.replace("/{" + variable.key() + "}", value.startsWith("/") ? value : "/" + value);
      url = url.replace("{" + variable.key() + "}", value);
    }
    return url;
  }

  /** In the export's order. */
  List<Operation> operations() {
    return root.at("paths").stream().flatMap(Node::members).flatMap(OpenApi::operations).toList();
  }

  private static Stream<Operation> operations(Node item) {
    return item.members()
        .filter(node -> node.isObject() && METHODS.contains(node.key()))
        .map(node -> new Operation(item.key(), item, node));
  }

  /** What a reference stands for, or the value itself; one that leads nowhere is itself. */
  Node resolved(Node node) {
    Node found = node;
    for (int hops = 0; hops < MAX_HOPS; hops++) {
      Optional<Node> next =
          found
              .said("$ref")
              .flatMap(Pointer::parse)
              .filter(pointer -> !pointer.equals(root.where()))
              .flatMap(root::at);
      if (next.isEmpty()) {
        return found;
      }
      found = next.get();
    }
    return found;
  }
}
