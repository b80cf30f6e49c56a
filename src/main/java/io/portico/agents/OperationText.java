package io.portico.agents;

import io.portico.agents.OpenApi.Operation;
import io.portico.apidocs.openapi.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.ListItem;

/** Writes down what one has to know to call an operation. */
final class OperationText {
  private final OpenApi api;
  private final SchemaOutline schemas;
  private final Blocks page;
  private final int level;

  /**
   * @param level of headings
   */
  OperationText(OpenApi api, SchemaOutline schemas, Blocks page, int level) {
    this.api = api;
    this.schemas = schemas;
    this.page = page;
    this.level = level;
  }

  void write(Operation operation) {
    Node node = operation.node();
    operation.summary().ifPresent(summary -> page.paragraph(Inlines.text(summary)));
    page.quotation(AuthorsText.of(node.said("description")));
    security(node);
    section("Parameters", parameters(operation));
    node.at("requestBody").map(api::resolved).ifPresent(this::body);
    section(
        "Responses",
        node.at("responses").stream().flatMap(Node::members).map(this::response).toList());
  }

  private void section(String title, List<ListItem> items) {
    if (!items.isEmpty()) {
      page.heading(level, Inlines.words(title));
      page.list(items);
    }
  }

  private void security(Node operation) {
    List<String> schemes =
        operation.at("security").or(() -> api.root().at("security")).stream()
            .flatMap(Node::items)
            .flatMap(Node::members)
            .map(Node::key)
            .distinct()
            .toList();
    if (!schemes.isEmpty()) {
      page.paragraph(Inlines.words("Authorization: "), Inlines.code(String.join(" or ", schemes)));
    }
  }

  private List<ListItem> parameters(Operation operation) {
    // The operation's own take the place of its path's (OpenAPI 3.0.3, 4.7.9).
    Map<String, Node> parameters = new LinkedHashMap<>();
    Stream.of(operation.item(), operation.node())
        .flatMap(node -> node.at("parameters").stream())
        .flatMap(Node::items)
        .map(api::resolved)
        .forEach(node -> parameters.put(said(node, "in") + " " + said(node, "name"), node));
    return parameters.values().stream().map(this::parameter).toList();
  }

  private ListItem parameter(Node parameter) {
    String in =
        parameter.said("required").filter("true"::equals).isPresent()
            ? said(parameter, "in") + ", required"
            : said(parameter, "in");
    return schemas.item(
        said(parameter, "name"),
        Optional.of(in),
        parameter.said("description"),
        parameter.at("schema"));
  }

  private static String said(Node node, String key) {
    return node.said(key).orElse("");
  }

  private void body(Node body) {
    page.heading(level, Inlines.words("Request body"));
    page.quotation(AuthorsText.of(body.said("description")));
    page.list(content(body));
  }

  /** By media type. */
  private List<ListItem> content(Node of) {
    return of.at("content").stream()
        .flatMap(Node::members)
        .map(
            type -> schemas.item(type.key(), Optional.empty(), Optional.empty(), type.at("schema")))
        .toList();
  }

  private ListItem response(Node reference) {
    Node response = api.resolved(reference);
    List<ListItem> below = new ArrayList<>();
    response.at("headers").stream()
        .flatMap(Node::members)
        .map(header -> header(header.key(), api.resolved(header)))
        .forEach(below::add);
    below.addAll(content(response));
    return Blocks.item(
        List.of(Inlines.code(reference.key())),
        AuthorsText.of(response.said("description")),
        below);
  }

  private ListItem header(String name, Node header) {
    return schemas.item(
        name, Optional.of("header"), header.said("description"), header.at("schema"));
  }

  /** For lists of operations. */
  static ListItem entry(Operation operation) {
    String summary = operation.summary().orElse("");
    return Blocks.item(
        Stream.of(
                Inlines.link(
                    DocumentAddress.written(operation.document()), Inlines.code(operation.label())),
                Inlines.words(summary.isEmpty() ? "" : ": "),
                Inlines.text(summary))
            .collect(Collectors.toList()),
        AuthorsText.NONE,
        List.of());
  }
}
