package io.portico.agents;

import io.portico.portal.Origin;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.ListItem;

/**
 * What a reader may read, written down for programs.
 *
 * @param apis with their editions, by name
 */
record Catalogue(Origin portal, List<DocumentedApi> apis) {
  static final String LINKSET =
      "application/linkset+json;profile=\"https://www.rfc-editor.org/info/rfc9727\"";

  /** The portal's own routes for programs. */
  private static final String TOOLS = "/api/tools";

  private static final String OPENAPI = "/api/openapi.json";

  private List<DocumentAddress> stages() {
    List<DocumentAddress> stages = new ArrayList<>();
    for (DocumentedApi api : apis) {
      for (String stage : api.stages().keySet()) {
        stages.add(DocumentAddress.ofStage(api.api().id(), stage));
      }
    }
    return stages;
  }

  /** RFC 9727, 4, as links (RFC 9264, 4.2): the portal's API, and each stage's documents. */
  String linkset() {
    JsonArray items = new JsonArray();
    JsonArray contexts = new JsonArray();
    contexts.add(
        new JsonObject().put("anchor", href("/.well-known/api-catalog")).put("item", items));
    items.add(new JsonObject().put("href", href(TOOLS)));
    contexts.add(
        new JsonObject()
            .put("anchor", href(TOOLS))
            .put(
                "service-desc",
                JsonArray.of(
                    new JsonObject().put("href", href(OPENAPI)).put("type", Format.JSON.type()))));
    for (DocumentAddress stage : stages()) {
      items.add(new JsonObject().put("href", href(stage.path())));
      contexts.add(
          new JsonObject()
              .put("anchor", href(stage.path()))
              .put("service-desc", links(stage, Format.JSON, Format.YAML))
              .put("service-doc", links(stage, Format.MARKDOWN, Format.HTML)));
    }
    return new JsonObject().put("linkset", contexts).encodePrettily() + "\n";
  }

  private JsonArray links(DocumentAddress stage, Format... formats) {
    JsonArray links = new JsonArray();
    for (Format format : formats) {
      links.add(
          new JsonObject()
              .put("href", href(stage.at(format.document()).path()))
              .put("type", format.type()));
    }
    return links;
  }

  private String href(String path) {
    return portal.resolve(path).toString();
  }

  /** As llmstxt.org describes it. */
  String llms() {
    Blocks page = new Blocks();
    page.heading(1, Inlines.words("Portico"));
    page.paragraph(
        Inlines.words(
            "Documentation of the company's APIs. Each page is Markdown and needs no other;"
                + " openapi.json and openapi.yaml are beside it. Without an access token only what"
                + " is public is listed here."));
    page.heading(2, Inlines.words("APIs"));
    if (apis.stream().allMatch(api -> api.stages().isEmpty())) {
      page.paragraph(Inlines.words("There is none that you may read."));
    }
    page.list(apis.stream().flatMap(api -> entries(api).stream()).toList());
    page.heading(2, Inlines.words("The portal's tools"));
    page.list(
        List.of(
            tool("/mcp", "Model Context Protocol", ": experiments, models, APIs; takes a token"),
            tool(OPENAPI, "OpenAPI", ": the same as plain JSON")));
    return page.text();
  }

  private ListItem tool(String path, String label, String about) {
    return Blocks.item(Inlines.link(href(path), Inlines.words(label)), Inlines.words(about));
  }

  private List<ListItem> entries(DocumentedApi api) {
    return api.stages().values().stream()
        .map(
            edition ->
                Blocks.item(
                    Inlines.link(
                        href(
                            DocumentAddress.ofStage(api.api().id(), edition.stage())
                                .at(Format.MARKDOWN.document())
                                .path()),
                        Inlines.text(edition.title() + ", " + edition.stage())),
                    Inlines.words(": version "),
                    Inlines.code(edition.version())))
        .toList();
  }
}
