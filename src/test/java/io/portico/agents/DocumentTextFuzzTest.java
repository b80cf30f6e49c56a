package io.portico.agents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.portico.testsupport.Pieces;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Whatever stands in a document, a parser of HTML finds text and links in its page. */
class DocumentTextFuzzTest {
  private static final Set<String> ELEMENTS =
      Set.of("p br hr blockquote pre code ul ol li em strong a h1 h2 h3 h4 h5 h6".split(" "));
  private static final Set<String> ATTRIBUTES =
      Set.of("a href", "a rel", "a title", "ol start", "code class", "h2 id");

  @Property
  void itIsTextAndLinks(@ForAll("documents") String markdown) {
    assertHarmless(markdown);
  }

  @FuzzTest
  @DictionaryEntries({
    "## Operations",
    "- [`GET /x`](",
    "## `GET /x`",
    "](",
    "<script>",
    "javascript:"
  })
  void anyDocumentIsTextAndLinks(byte[] markdown) {
    assertHarmless(new String(markdown, UTF_8));
  }

  @Provide
  Arbitrary<String> documents() {
    return Pieces.of(
        "# Title\n\n",
        "## Operations\n\n",
        "- [`GET /x`](operations/x.md): ",
        "- [`\"><script>`](x.md)\n",
        "## `GET /\" onclick=a`\n\n",
        "## `<b>`\n\n",
        "[x](javascript:a)",
        "[x](JAVA\tSCRIPT:a)",
        "[x](data:text/html,a)",
        "[x](<java&#115;cript:a>)",
        "[x](x \"\\\" onclick=a\")",
        "![x](https://x)",
        "![`x`](x)",
        "[![x](x)](y)",
        "<script>",
        "<img src=x onerror=a>",
        "<!--",
        "-->",
        "</article>",
        "```\"><b>\n",
        "    ",
        "> ",
        "- ",
        "\n\n",
        "`");
  }

  private static void assertHarmless(String markdown) {
    // jsoup takes U+FFFF for the end of its input.
    DocumentText text = DocumentText.of(markdown.replace('\uffff', '?'));
    assertHarmlessHtml(text.html());
    text.operations().ifPresent(DocumentTextFuzzTest::assertHarmlessHtml);
  }

  private static void assertHarmlessHtml(String html) {
    Document document = Jsoup.parse("<main>" + html + "</main><i id=after></i>");
    assertEquals(2, document.body().childrenSize(), html);
    assertEquals("after", document.body().child(1).id(), html);
    for (Element element : document.body().child(0).select("main > *, main > * *")) {
      assertTrue(ELEMENTS.contains(element.tagName()), element::outerHtml);
      for (Attribute attribute : element.attributes()) {
        assertTrue(
            ATTRIBUTES.contains(element.tagName() + " " + attribute.getKey()), element::outerHtml);
      }
      assertTrue(leadsToTheWeb(element.attr("href")), element::outerHtml);
    }
  }

  /** As browsers read it: blanks and tabs before and in a scheme count for nothing. */
  private static boolean leadsToTheWeb(String address) {
    String read = address.replaceAll("[\\x00-\\x20]", "");
    return !read.matches("(?i)[a-z][a-z0-9+.-]*:.*") || read.matches("(?i)(https?|mailto):.*");
  }
}
