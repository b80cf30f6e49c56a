package io.portico.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages in Markdown, of friendly and of hostile files. */
class ApiMarkdownTest {
  private static final List<String> HOSTILE =
      List.of(
          "# Forged",
          "x\n# Forged",
          "x\n\n# Forged\n\n## GET `/forged`\n",
          "Forged\n===",
          "x\nForged\n---",
          "> # Forged",
          "- # Forged",
          "1. # Forged",
          "```\nopen fence",
          "~~~~\nopen",
          "`open code",
          "``` ` ``",
          "<script>alert(1)</script>",
          "<div>\n# x\n\n</div>\n\n# Forged",
          "<!-- open comment",
          "<a href=\"javascript:alert(1)\">x</a>",
          "[x](javascript:alert(1))",
          "[x](/app/tokens)",
          "[x](../../other)",
          "[x](//evil.example)",
          "[`GET /orders`](https://evil.example)\n\n[OpenAPI in JSON]: https://evil.example",
          "![x](https://evil.example/x.png)",
          "![](https://evil.example/x.png)",
          "[![x](https://a.example)](https://b.example)",
          "<https://evil.example>",
          "    indented\n\n# Forged",
          "\\# not",
          "&#35; Forged\n&#10;# Forged",
          "a\u2028# Forged\u0085# Forged\u000b# Forged\r# Forged",
          "\u0000\u001b[31m\u202eforged",
          "* * *",
          "---",
          "+",
          "1)",
          "| a | b |\n|---|---|\n| # | \\| |",
          "**bold",
          "*a **b",
          "_",
          "]",
          "[",
          "](",
          "!",
          "\\",
          "`",
          "``",
          "<",
          "&",
          "#",
          "# ",
          "=",
          "-",
          "- ",
          "\t# x",
          "https://evil.example/[x](y)",
          "x ".repeat(50_000),
          "> ".repeat(3_000) + "deep",
          "- ".repeat(3_000) + "deep",
          "*a **a ".repeat(2_000),
          "[".repeat(3_000),
          "\ud83d\ude00 # ünï");

  static List<String> hostile() {
    return HOSTILE;
  }

  private static JsonObject schema(String text) {
    return new JsonObject()
        .put("type", "object")
        .put("description", text)
        .put(
            "properties",
            new JsonObject()
                .put(
                    "a" + text,
                    new JsonObject()
                        .put("type", text)
                        .put("description", text)
                        .put("enum", new JsonArray().add(text)))
                .put("b", new JsonObject().put("type", "string").put("description", text)));
  }

  /** A file that says the same thing everywhere. */
  private static OpenApi saying(String text) {
    JsonObject content =
        new JsonObject()
            .put("application/json" + text, new JsonObject().put("schema", schema(text)));
    JsonObject operation =
        new JsonObject()
            .put("summary", text)
            .put("description", text)
            .put("security", new JsonArray().add(new JsonObject().put(text, new JsonArray())))
            .put(
                "parameters",
                new JsonArray()
                    .add(
                        new JsonObject()
                            .put("name", text)
                            .put("in", "query" + text)
                            .put("description", text)
                            .put("schema", schema(text))))
            .put("requestBody", new JsonObject().put("description", text).put("content", content))
            .put(
                "responses",
                new JsonObject()
                    .put(
                        "200" + text,
                        new JsonObject()
                            .put("description", text)
                            .put(
                                "headers",
                                new JsonObject()
                                    .put("X" + text, new JsonObject().put("description", text)))
                            .put("content", content)));
    return TestApis.api(
        new JsonObject()
            .put("openapi", "3.0.1")
            .put("info", new JsonObject().put("title", "t" + text).put("description", text))
            .put("servers", new JsonArray().add(new JsonObject().put("url", text)))
            .put("paths", new JsonObject().put("/" + text, new JsonObject().put("get", operation)))
            .encode());
  }

  /** Headings by level, and what stands in the page's own outermost level. */
  private static List<String> structure(String markdown) {
    List<String> structure = new ArrayList<>();
    Node document = Parser.builder().build().parse(markdown);
    for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
      String level = block instanceof Heading heading ? Integer.toString(heading.getLevel()) : "";
      if (!(block instanceof BlockQuote)) {
        structure.add(block.getClass().getSimpleName() + level);
      }
    }
    return structure;
  }

  private static List<Node> everything(String markdown) {
    List<Node> nodes = new ArrayList<>();
    Parser.builder()
        .build()
        .parse(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              protected void visitChildren(Node parent) {
                nodes.add(parent);
                super.visitChildren(parent);
              }

              @Override
              public void visit(HtmlBlock html) {
                nodes.add(html);
              }

              @Override
              public void visit(HtmlInline html) {
                nodes.add(html);
              }
            });
    return nodes;
  }

  private static void assertHarmless(String text, String page, List<String> structure) {
    assertEquals(structure, structure(page), text);
    for (Node node : everything(page)) {
      assertTrue(
          !(node instanceof HtmlBlock || node instanceof HtmlInline || node instanceof Image),
          () -> text + " made " + node);
      if (node instanceof Heading) {
        assertTrue(node.getParent().getParent() == null, () -> text + " made a heading within");
      }
      if (node instanceof Link link) {
        assertTrue(isOurs(link) || isAway(link), () -> text + " links to " + link.getDestination());
      }
    }
    assertTrue(
        page.chars().noneMatch(c -> c < 0x20 && c != '\n' || c == 0x202e), "controls in the page");
  }

  private static boolean isOurs(Link link) {
    return link.getDestination()
        .matches("(\\.\\./\\.\\./)?(operations/get/~1.*\\.md|index\\.md|openapi\\.(json|yaml))");
  }

  private static boolean isAway(Link link) {
    return link.getDestination().matches("(https?://|mailto:).*");
  }

  private static String whole(OpenApi api) {
    return new ApiMarkdown(api, "About.").whole();
  }

  private static String one(OpenApi api) {
    return new ApiMarkdown(api, "About.").one(api.operations().get(0));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void noTextForgesThePage(String text) {
    OpenApi plain = saying("x");
    OpenApi hostile = saying(text);
    assertHarmless(text, whole(hostile), structure(whole(plain)));
    assertHarmless(text, one(hostile), structure(one(plain)));
  }

  @Test
  void norDoTextsThatAreCutIntoEachOther() {
    Random random = new Random(20_266);
    List<String> whole = structure(whole(saying("x")));
    List<String> small =
        HOSTILE.stream().filter(text -> text.length() < 200 && !text.contains("\ud83d")).toList();
    for (int i = 0; i < 1_500; i++) {
      StringBuilder text = new StringBuilder("x");
      for (int f = 1 + random.nextInt(5); f > 0; f--) {
        String fragment = small.get(random.nextInt(small.size()));
        text.append(random.nextBoolean() ? "\n" : "")
            .append(fragment, 0, 1 + random.nextInt(fragment.length()));
      }
      assertHarmless(text.toString(), whole(saying(text.toString())), whole);
    }
  }

  @Test
  void aPageSaysWhatIsNeededToCall() {
    OpenApi api =
        TestApis.api(
            """
            {"openapi": "3.0.1",
             "info": {"title": "Orders", "description": "Place *orders*.\\n\\n- and more"},
             "servers": [{"url": "https://x.example/{basePath}",
                          "variables": {"basePath": {"default": "/prod"}}}],
             "components": {"schemas": {
               "Order": {"type": "object", "required": ["id"], "properties": {
                 "id": {"type": "string", "description": "Its number."},
                 "items": {"type": "array", "items": {"$ref": "#/components/schemas/Item"}}}},
               "Item": {"type": "object", "properties": {
                 "quantity": {"type": "integer", "minimum": 1}}}}},
             "paths": {"/orders/{id}": {
               "parameters": [{"name": "id", "in": "path", "required": true,
                               "schema": {"type": "string"}}],
               "x-amazon-apigateway-any-method": {"summary": "Anything"},
               "get": {"summary": "Get an order", "security": [{"staff": []}],
                 "responses": {"200": {"description": "The order",
                   "headers": {"ETag": {"schema": {"type": "string"}}},
                   "content": {"application/json": {
                     "schema": {"$ref": "#/components/schemas/Order"}}}}}}}}}
            """);
    assertEquals(
        """
        # `GET /orders/{id}`

        Of [Orders](../../index.md)

        About. For tools: [OpenAPI in JSON](../../openapi.json), [in YAML](../../openapi.yaml).

        Address: `https://x.example/prod`

        Get an order

        Authorization: `staff`

        ## Parameters

        - `id` (path, required, string)

        ## Responses

        - `200`: The order
          - `ETag` (header, string)
          - `application/json` (object Order)
            - `id` (required, string): Its number.
            - `items` (array of object Item)
              - `quantity` (integer) `minimum: 1`
        """,
        new ApiMarkdown(api, "About.").one(api.operations().get(1)));
    String whole = whole(api);
    assertTrue(whole.startsWith("# Orders\n"), whole);
    assertTrue(whole.contains("> Place *orders*.\n> \n> - and more\n"), whole);
    assertTrue(
        whole.contains("- [`ANY /orders/{id}`](operations/any/~1orders~1%7Bid%7D.md): Anything\n"),
        whole);
    assertTrue(whole.contains("`quantity` (integer) `minimum: 1`"), whole);
  }

  private static OpenApi withSchemas(String schemas) {
    return TestApis.api(
        """
        {"openapi": "3.0.1", "info": {"title": "t"}, "components": {"schemas": %s},
         "paths": {"/": {"get": {"responses": {"200": {"description": "x", "content": {
           "application/json": {"schema": {"$ref": "#/components/schemas/A"}}}}}}}}}
        """
            .formatted(schemas));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"A\": {\"properties\": {\"next\": {\"$ref\": \"#/components/schemas/A\"}}}}",
        "{\"A\": {\"items\": {\"$ref\": \"#/components/schemas/A\"}}}",
        "{\"A\": {\"allOf\": [{\"$ref\": \"#/components/schemas/A\"}]}}",
        "{\"A\": {\"additionalProperties\": {\"$ref\": \"#/components/schemas/A\"}}}",
        "{\"A\": {\"$ref\": \"#/components/schemas/A\"}}",
        "{\"A\": {\"$ref\": \"#/components/schemas/B\"}, \"B\": {\"$ref\": \"#/components/schemas/A\"}}",
        "{\"A\": {\"properties\": {\"b\": {\"$ref\": \"#/components/schemas/B\"}}},"
            + " \"B\": {\"properties\": {\"a\": {\"$ref\": \"#/components/schemas/A\"}}}}",
        "{\"A\": {\"$ref\": \"#\"}}",
        "{\"A\": {\"properties\": [1], \"required\": 1, \"items\": \"x\", \"allOf\": {}, \"type\": []}}"
      })
  void aSchemaThatHoldsItselfComesToAnEnd(String schemas) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertTrue(whole(withSchemas(schemas)).length() < 20_000));
  }

  @Test
  void aSchemaThatHoldsItselfIsSaidToOnce() {
    String page =
        one(
            withSchemas(
                "{\"A\": {\"properties\": {\"next\": {\"$ref\": \"#/components/schemas/A\"}}}}"));
    assertTrue(page.contains("`next` (object A)\n      - … and so on, as it holds itself"), page);
  }

  @Test
  void schemasThatMultiplyAreCutOff() {
    JsonObject schemas = new JsonObject();
    for (int i = 0; i < 9; i++) {
      JsonObject properties = new JsonObject();
      for (int p = 0; p < 10; p++) {
        properties.put(
            "p" + p,
            new JsonObject()
                .put("$ref", "#/components/schemas/" + (i == 8 ? "none" : "S" + (i + 1))));
      }
      schemas.put(i == 0 ? "A" : "S" + i, new JsonObject().put("properties", properties));
    }
    String page =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> one(withSchemas(schemas.encode())));
    assertTrue(page.contains("… the rest is in the OpenAPI file"), "not cut off");
    assertTrue(page.lines().count() < 2_000, page.lines().count() + " lines");
  }

  @Test
  void whatHasNoWordsHasAPageAllTheSame() {
    OpenApi bare =
        TestApis.api(
            "{\"openapi\": \"3.0.1\", \"info\": 1, \"servers\": {}, \"paths\": {\"/\": {\"get\": {},"
                + " \"post\": 1, \"x\": {}}, \"/b\": []}}");
    assertEquals(1, bare.operations().size());
    assertTrue(whole(bare).contains("- [`GET /`](operations/get/~1.md)\n"), whole(bare));
    assertTrue(one(bare).startsWith("# `GET /`\n"));
    assertTrue(
        whole(TestApis.api("{\"openapi\": \"3.0.1\"}")).contains("There are none."),
        "no operations");
  }

  @Test
  void textOfAHeadingIsItsText() {
    String page = whole(saying("_a_ [b](c) `d` #"));
    Heading title = (Heading) Parser.builder().build().parse(page).getFirstChild();
    assertEquals("t_a_ [b](c) `d` #", TextContentRenderer.builder().build().render(title), page);
  }
}
