package io.portico.apidocs.openapi;

import io.portico.apidocs.Documentation;
import io.portico.apidocs.JsonValue;
import io.portico.apidocs.JsonValue.Items;
import io.portico.apidocs.JsonValue.Members;
import io.portico.apidocs.JsonValue.Text;
import io.portico.apidocs.Location;
import io.portico.apidocs.LocationType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * The OpenAPI document that a stage's export becomes once the draft is published there: API Gateway
 * writes what OpenAPI knows into the definition, and all of it into an extension.
 */
public final class DraftDocument {
  /** In the place of a version's name. */
  private static final Text VERSION = new Text("draft");

  /** How an export calls the method ANY, of which OpenAPI knows nothing. */
  private static final String ANY_METHOD = "x-amazon-apigateway-any-method";

  private final Wording wording;

  private DraftDocument(Wording wording) {
    this.wording = wording;
  }

  /**
   * @param export without documentation
   */
  public static Members of(OpenApiFile export, Documentation draft) {
    return new DraftDocument(new Wording(draft))
        .document(export.root())
        .with(List.of(DocumentationExtension.KEY), extension(draft));
  }

  private static Members extension(Documentation draft) {
    Map<String, JsonValue> extension = new LinkedHashMap<>();
    extension.put("version", VERSION);
    extension.put(
        DocumentationExtension.PARTS,
        new Items(
            draft.parts().stream()
                .<JsonValue>map(part -> PartNotation.of(part.location(), part.properties()))
                .toList()));
    return new Members(extension);
  }

  private Members document(Members export) {
    Members document = wording.on(export, Location.api());
    document = at(document, "paths", paths -> each(paths, this::path));
    document = at(document, "definitions", this::models);
    return at(document, "components", components -> at(components, "schemas", this::models));
  }

  private Members models(Members schemas) {
    return each(schemas, this::model);
  }

  private Members model(String name, Members schema) {
    return at(
        wording.on(schema, LocationType.MODEL, "", "", "", name),
        "properties",
        properties ->
            each(
                properties,
                (property, its) ->
                    wording.on(its, LocationType.MODEL, "", "", "", name + "." + property)));
  }

  private Members path(String path, Members item) {
    Members operations = each(item, (key, operation) -> operation(path, verb(key), operation));
    return wording.on(operations, LocationType.RESOURCE, path, "", "", "");
  }

  /** Of a key of a path; keys that are no method give verbs that no part is about. */
  private static String verb(String key) {
    return key.equals(ANY_METHOD) ? "ANY" : key;
  }

  private Members operation(String path, String verb, Members operation) {
    Members described = wording.on(operation, LocationType.METHOD, path, verb, "", "");
    described =
        at(
            described,
            "requestBody",
            body -> wording.on(body, LocationType.REQUEST_BODY, path, verb, "", ""));
    described =
        at(
            described,
            "responses",
            responses -> each(responses, (status, its) -> response(path, verb, status, its)));
    return described.members().get("parameters") instanceof Items parameters
        ? described.with(
            List.of("parameters"),
            new Items(
                parameters.items().stream().map(each -> parameter(path, verb, each)).toList()))
        : described;
  }

  private JsonValue parameter(String path, String verb, JsonValue value) {
    if (value instanceof Members parameter
        && parameter.members().get("in") instanceof Text in
        && parameter.members().get("name") instanceof Text name) {
      return LocationType.ofParameter(in.text())
          .map(type -> wording.on(parameter, type, path, verb, "", name.text()))
          .orElse(parameter);
    }
    return value;
  }

  private Members response(String path, String verb, String status, Members response) {
    return at(
        wording.on(response, LocationType.RESPONSE, path, verb, status, ""),
        "headers",
        headers ->
            each(
                headers,
                (name, header) ->
                    wording.on(header, LocationType.RESPONSE_HEADER, path, verb, status, name)));
  }

  /** With the object at a key changed, if one is there. */
  private static Members at(Members whole, String key, UnaryOperator<Members> change) {
    return whole.members().get(key) instanceof Members held
        ? whole.with(List.of(key), change.apply(held))
        : whole;
  }

  /** With each object among the members changed. */
  private static Members each(Members whole, BiFunction<String, Members, Members> change) {
    Map<String, JsonValue> changed = new LinkedHashMap<>(whole.members());
    changed.replaceAll(
        (key, value) -> value instanceof Members held ? change.apply(key, held) : value);
    return new Members(changed);
  }
}
