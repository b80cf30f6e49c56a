package io.portico.apidocs.openapi;

import io.portico.apidocs.JsonValue;
import io.portico.apidocs.Location;
import io.portico.apidocs.LocationType;
import io.portico.apidocs.openapi.OpenApiFile.Version;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the descriptions of a file's definitions into parts: those that have a place of their own
 * in API Gateway.
 */
final class PlainDescriptions {
  static final Set<String> DESCRIPTION = Set.of("description");
  private static final Set<String> OF_MODEL = Set.of("title", "description");

  private final OpenApiFile file;
  private final Node root;
  private final Findings findings;
  private final NodeReader reader;

  private PlainDescriptions(OpenApiFile file, Findings findings) {
    this.file = file;
    this.root = Node.root(file);
    this.findings = findings;
    this.reader = new NodeReader(file, findings);
  }

  static FileDocumentation read(OpenApiFile file) {
    Findings findings = new Findings();
    new PlainDescriptions(file, findings).all();
    return findings.documentation();
  }

  private void all() {
    api();
    reader.members(reusable("schemas", "definitions")).forEach(this::model);
    reader.members(reusable("securitySchemes", "securityDefinitions")).forEach(this::authorizer);
    PathDescriptions paths = new PathDescriptions(reader, findings);
    reader
        .members(root.at("paths"))
        .filter(path -> !path.key().startsWith("x-"))
        .forEach(paths::read);
  }

  private Optional<Node> reusable(String ofOpenApi3, String ofSwagger2) {
    return file.version() == Version.OPENAPI_3
        ? root.at("components").flatMap(components -> components.at(ofOpenApi3))
        : root.at(ofSwagger2);
  }

  private void api() {
    Map<String, JsonValue> said = new LinkedHashMap<>();
    Map<String, JsonValue> info = new LinkedHashMap<>();
    reader.members(root.at("info")).forEach(member -> info.put(member.key(), member.value()));
    // The version of the definition, in exports a date: no text about the API.
    info.remove("version");
    if (!info.isEmpty()) {
      said.put("info", new JsonValue.Members(info));
    }
    said.putAll(reader.said(root, Set.of()).members());
    if (!said.isEmpty()) {
      findings.part(Pointer.ROOT, Location::api, new JsonValue.Members(said));
    }
  }

  private void model(Node named) {
    reader
        .object(named)
        .ifPresent(
            schema -> {
              reader.part(schema, OF_MODEL, () -> place(LocationType.MODEL, named.key()));
              reader
                  .members(schema.at("properties"))
                  .forEach(property -> property(named.key(), property));
            });
  }

  private void property(String model, Node property) {
    reader
        .object(property)
        .ifPresent(
            schema ->
                reader.part(
                    schema,
                    OF_MODEL,
                    () -> place(LocationType.MODEL, model + "." + property.key())));
  }

  private void authorizer(Node named) {
    reader
        .object(named)
        .ifPresent(
            scheme ->
                reader.part(
                    scheme, DESCRIPTION, () -> place(LocationType.AUTHORIZER, named.key())));
  }

  private static Location place(LocationType type, String name) {
    return new Location(type, "", "", "", name);
  }
}
