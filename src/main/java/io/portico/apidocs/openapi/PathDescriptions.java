package io.portico.apidocs.openapi;

import io.portico.apidocs.Coordinate;
import io.portico.apidocs.Location;
import io.portico.apidocs.LocationType;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Turns the descriptions of paths into parts. */
final class PathDescriptions {
  private static final Set<String> OF_RESOURCE = Set.of("summary", "description");

  /** OpenAPI 3.0.3, 4.7.9; API Gateway has no TRACE. */
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch");

  /** AWS's extension of OpenAPI. */
  private static final String ANY = "x-amazon-apigateway-any-method";

  private static final Set<String> OTHER_KEYS =
      Set.of("$ref", "summary", "description", "servers", "parameters");

  private final NodeReader reader;
  private final Findings findings;

  PathDescriptions(NodeReader reader, Findings findings) {
    this.reader = reader;
    this.findings = findings;
  }

  void read(Node path) {
    Coordinate.PATH
        .problem(LocationType.RESOURCE, path.key())
        .ifPresentOrElse(
            advice -> findings.misfit(path.where(), "API Gateway has no such path. " + advice),
            () -> reader.object(path).ifPresent(item -> read(path.key(), item)));
  }

  private void read(String path, Node item) {
    reader.part(item, OF_RESOURCE, () -> new Location(LocationType.RESOURCE, path, "", "", ""));
    List<Node> shared = reader.items(item.at("parameters")).toList();
    item.members()
        .filter(member -> !OTHER_KEYS.contains(member.key()))
        .forEach(member -> method(path, member, shared));
  }

  private void method(String path, Node method, List<Node> shared) {
    String key = method.key();
    if (METHODS.contains(key) || key.equals(ANY)) {
      String verb = key.equals(ANY) ? "ANY" : key.toUpperCase(Locale.ROOT);
      reader
          .object(method)
          .ifPresent(
              found -> new MethodDescriptions(reader, findings, path, verb).read(found, shared));
    } else if (!key.startsWith("x-")) {
      findings.misfit(
          method.where(), "API Gateway has no such method. Methods are get, put, post and so on.");
    }
  }
}
