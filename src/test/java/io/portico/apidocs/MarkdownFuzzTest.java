package io.portico.apidocs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.portico.testsupport.BrowserUrl;
import io.portico.testsupport.Pieces;
import java.net.URI;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Whatever somebody writes, a parser of HTML finds text in it and links to the web. */
class MarkdownFuzzTest {
  private static final URI PAGE = URI.create("https://portal.example.com/app/apis/a/parts");
  private static final Set<String> ELEMENTS =
      Set.of(
          ("p br hr blockquote pre code ul ol li em strong i b u s del sub sup table thead tbody tr"
                  + " th td a h3 h4 h5 h6")
              .split(" "));
  private static final Set<String> ATTRIBUTES =
      Set.of("a href", "a rel", "ol start", "th align", "td align");
  private static final Set<String> SCHEMES = Set.of("http:", "https:", "mailto:");

  @Property
  void itIsTextAndLinksToTheWeb(@ForAll("texts") String text) {
    assertHarmless(text);
  }

  @FuzzTest
  @DictionaryEntries({
    "<script>",
    "javascript:",
    "](",
    "<a href=",
    "&#x",
    "```",
    "|-|",
    "<!--",
    "onload="
  })
  void anyTextIsHarmless(byte[] text) {
    assertHarmless(new String(text, UTF_8));
  }

  @Provide
  Arbitrary<String> texts() {
    return Pieces.of(
        "[x](//x)",
        "[x](/app)",
        "![x](javascript:a)",
        "[x](",
        "![x](",
        "<javascript:a>",
        "javascript:alert(1)",
        "java\tscript:",
        "data:,x",
        ")",
        "https://x",
        "//x",
        "#x",
        "<a href=\"",
        "\">",
        "<script>",
        "</script>",
        "<img src=x onerror=a>",
        "<svg/onload=a>",
        "<style>",
        "<!--",
        "-->",
        "<p onclick=a>",
        "&#106;",
        "&colon;",
        "\n\n",
        "# ",
        "> ",
        "- ",
        "1. ",
        "|a|b|\n|-|-|\n",
        "```\n",
        "`",
        "**",
        "_",
        "\\",
        "\"",
        "'",
        "<",
        ">");
  }

  private static void assertHarmless(String text) {
    String html = new Markdown(text).html().getValue();
    Document document = Jsoup.parse("<main>" + html + "</main><i id=after></i>");
    assertEquals(2, document.body().childrenSize(), html);
    assertEquals("after", document.body().child(1).id(), html);
    for (Element element : document.body().child(0).getAllElements()) {
      if (element != document.body().child(0)) {
        assertHarmless(element);
      }
    }
  }

  private static void assertHarmless(Element element) {
    assertTrue(ELEMENTS.contains(element.tagName()), element::outerHtml);
    for (Attribute attribute : element.attributes()) {
      assertTrue(
          ATTRIBUTES.contains(element.tagName() + " " + attribute.getKey()), element::outerHtml);
    }
    if (element.hasAttr("href") && !element.attr("href").startsWith("#")) {
      String origin =
          BrowserUrl.read(element.attr("href"), PAGE).map(BrowserUrl::origin).orElse("https:");
      assertTrue(
          SCHEMES.contains(origin.substring(0, origin.indexOf(':') + 1)), element::outerHtml);
      assertTrue(element.attr("href").matches("(?is)(https?://|mailto:).*"), element::outerHtml);
    }
  }
}
