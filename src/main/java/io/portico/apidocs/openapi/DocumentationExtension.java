package io.portico.apidocs.openapi;

import io.portico.apidocs.Coordinate;
import io.portico.apidocs.JsonValue;
import io.portico.apidocs.Location;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** API Gateway's own list of parts in a file. */
final class DocumentationExtension {
  static final String KEY = "x-amazon-apigateway-documentation";
  static final String PARTS = "documentationParts";
  static final String LOCATION = "location";
  static final String PROPERTIES = "properties";
  static final String TYPE = "type";
  static final String VERSION = "version";

  private static final Set<String> OF_LOCATION = new HashSet<>(Set.of(TYPE));

  static {
    Arrays.stream(Coordinate.values()).map(Coordinate::key).forEach(OF_LOCATION::add);
  }

  private final Findings findings = new Findings();

  static Optional<Node> in(OpenApiFile file) {
    return Node.root(file).at(KEY);
  }

  static FileDocumentation read(OpenApiFile file) {
    DocumentationExtension extension = new DocumentationExtension();
    in(file).ifPresent(extension::all);
    return extension.findings.documentation();
  }

  private void all(Node extension) {
    Optional<Node> parts = extension.at(PARTS);
    if (parts.filter(node -> node.value() instanceof JsonValue.Items).isEmpty()) {
      findings.misfit(
          parts.orElse(extension).where(), "Write the list \"documentationParts\" here.");
    }
    parts.stream().flatMap(Node::items).forEach(this::part);
  }

  private void part(Node part) {
    Optional<Node> location = part.at(LOCATION).filter(Node::isObject);
    if (location.isEmpty()) {
      findings.misfit(part.where(), "Write an object \"location\" into this part.");
    } else if (part.at(PROPERTIES).map(Node::value).orElse(null)
        instanceof JsonValue.Members properties) {
      part(part.where(), location.get(), properties);
    } else {
      findings.misfit(part.where(), "Write an object \"properties\" into this part.");
    }
  }

  private void part(Pointer where, Node location, JsonValue.Members properties) {
    Optional<Node> odd =
        location
            .members()
            .filter(node -> !OF_LOCATION.contains(node.key()) || isStructure(node))
            .findFirst();
    if (odd.isPresent()) {
      findings.misfit(
          odd.get().where(),
          "A location has texts at type, path, method, statusCode and name, and nothing else.");
      return;
    }
    findings.part(where, () -> read(location), properties);
  }

  private static boolean isStructure(Node node) {
    return node.value().depth() > 0;
  }

  private static Location read(Node location) {
    return Location.parse(
        location.said(TYPE).orElse(null),
        said(location, Coordinate.PATH),
        said(location, Coordinate.METHOD),
        said(location, Coordinate.STATUS_CODE),
        said(location, Coordinate.NAME));
  }

  private static String said(Node location, Coordinate coordinate) {
    return location.said(coordinate.key()).orElse(null);
  }
}
