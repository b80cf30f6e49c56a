package io.portico.agents;

import io.portico.apidocs.JsonValue;
import io.portico.apidocs.JsonValue.Members;
import io.portico.apidocs.JsonWriter;
import io.portico.apidocs.openapi.FileDocumentation;
import io.portico.apidocs.openapi.Node;
import io.portico.apidocs.openapi.OpenApiFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What API Gateway exports of a stage with its documentation. */
record ExportedStage(OpenApiFile file) {
  private static final String EXTENSION = "x-amazon-apigateway-documentation";
  private static final String PARTS = "documentationParts";
  private static final String CREATED = "createdDate";

  /** The version of documentation in it. */
  Optional<String> version() {
    return FileDocumentation.versionOf(file);
  }

  /** When API Gateway made that version, as it writes it; empty if it does not. */
  String created() {
    return Node.root(file).at(EXTENSION).flatMap(node -> node.said(CREATED)).orElse("");
  }

  String title() {
    return Inlines.line(OpenApi.of(file).title());
  }

  /**
   * Everything that is published of it.
   *
   * @param api its id
   */
  List<Document> documents(String api, String stage) {
    Members root = withoutParts();
    OpenApi read = OpenApi.of(new OpenApiFile(file.version(), root));
    ApiMarkdown markdown =
        new ApiMarkdown(
            read,
            "Documentation %s of the API %s, with the operations that stage %s had when it was made."
                .formatted(version().orElse(""), api, stage));
    List<Document> documents = new ArrayList<>();
    documents.add(document(Format.JSON, JsonWriter.pretty(root) + "\n"));
    documents.add(document(Format.YAML, JsonWriter.yaml(root)));
    documents.add(document(Format.MARKDOWN, markdown.whole()));
    read.operations()
        .forEach(
            operation ->
                documents.add(
                    Document.of(
                        operation.document(),
                        Format.MARKDOWN.mediaType(),
                        markdown.one(operation))));
    return documents;
  }

  private static Document document(Format format, String text) {
    return Document.of(format.document(), format.mediaType(), text);
  }

  /**
   * The parts say again what the definitions say, and besides what is written about operations that
   * the stage does not have yet.
   */
  private Members withoutParts() {
    Map<String, JsonValue> kept = new LinkedHashMap<>(file.root().members());
    kept.computeIfPresent(
        EXTENSION,
        (key, value) ->
            value instanceof Members extension ? extension.without(List.of(PARTS)) : value);
    return new Members(kept);
  }
}
