package io.portico.apidocs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class MarkdownTest {
  private static String html(String text) {
    return new Markdown(text).html().getValue().strip();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "All *pets*, **page** by `page` | <p>All <em>pets</em>, <strong>page</strong> by <code>page</code></p>",
        "a &amp; b &lt;c&gt;            | <p>a &amp; b &lt;c&gt;</p>",
        "# Title                        | <h3>Title</h3>",
        "### Low                        | <h5>Low</h5>",
        "###### Lowest                  | <h6>Lowest</h6>",
        "<h1>Typed</h1>                 | <h3>Typed</h3>",
        "One<br>two                     | <p>One<br />two</p>",
        "<p>As AWS writes it.</p>       | <p>As AWS writes it.</p>",
      })
  void aTextIsReadAsCommonMark(String text, String html) {
    assertEquals(html, html(text));
  }

  @Test
  void aTableIsOne() {
    assertEquals(
        "<table><thead><tr><th>Code</th><th align=\"right\">Price</th></tr></thead>"
            + "<tbody><tr><td>a</td><td align=\"right\">1</td></tr></tbody></table>",
        html("| Code | Price |\n|---|--:|\n| a | 1 |").replace("\n", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/a?b=c",
        "http://example.com",
        "HTTPS://example.com",
        "mailto:pets@example.com",
        "#top"
      })
  void aLinkLeadsToTheWebToPeopleOrIntoThePage(String address) {
    assertEquals(
        "<p><a href=\"%s\" rel=\"nofollow noopener noreferrer\">there</a></p>".formatted(address),
        html("[there](" + address + ")").replace("&#61;", "=").replace("&#64;", "@"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "/app/sign-out",
        "//example.com",
        "../tokens",
        "https:/app",
        "https:\\\\example.com",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:https://example.com/x",
        "tel:1"
      })
  void anyOtherLinkIsItsTextAlone(String address) {
    assertEquals("<p>there</p>", html("[there](" + address + ")"));
    assertEquals("<p>there</p>", html("<p><a href='" + address + "'>there</a></p>"));
    assertEquals("<p>there</p>", html("![there](" + address + ")"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "![A cat](https://example.com/cat.png)            | A cat",
        "![](https://example.com/cat.png)                 | Image",
        "![A *big* cat](https://example.com/cat.png)      | A <em>big</em> cat",
        "![![A cat](https://b.example/)](https://example.com/cat.png) | A cat",
      })
  void anImageIsALinkToIt(String text, String label) {
    assertEquals(
        "<p><a href=\"https://example.com/cat.png\" rel=\"nofollow noopener noreferrer\">%s</a></p>"
            .formatted(label),
        html(text));
  }

  @Test
  void anImageInALinkIsTheLinksText() {
    assertEquals(
        "<p><a href=\"https://example.com/\" rel=\"nofollow noopener noreferrer\">A cat</a></p>",
        html("[*![A cat](https://example.com/cat.png)*](https://example.com/)")
            .replaceAll("</?em>", ""));
  }

  @Test
  void whatIsTooLongIsShownAsTyped() {
    String most = "*a*" + "b".repeat(Markdown.MAX_LENGTH - 3);
    assertTrue(html(most).startsWith("<p><em>a</em>b"));
    String tooLong = "*a* <script>" + "b".repeat(1 << 20);
    assertTrue(html(tooLong).startsWith("<pre><code>*a* &lt;script&gt;b"));
    assertTrue(html(tooLong).length() > 1 << 20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ">",
        "> ",
        "- ",
        "1. ",
        "[",
        "![",
        "](",
        "[a](",
        "![a](",
        "*",
        "**a ",
        "_a ",
        "*a **",
        "`",
        "<",
        "<a ",
        "<b>",
        "<table><tr><td>",
        "<!--",
        "<![CDATA[",
        "&",
        "\\",
        "#",
        "|",
        "|-",
        "a|",
        "\n|",
        "[a]: b\n",
        "    ",
        "\t- ",
        "\0",
        "\ud800"
      })
  void whateverIsRepeatedAnswersInTime(String piece) {
    for (int length : new int[] {10_000, Markdown.MAX_LENGTH, 1 << 20}) {
      assertNotNull(html(piece.repeat(length / piece.length()) + "x"));
    }
  }

  @Test
  void whatIsNestedTooDeepKeepsItsText() {
    String stars = "*".repeat(10_000);
    assertTrue(html(stars + "deep" + stars).contains("deep"));
    assertTrue(html("> ".repeat(10_000) + "deep").contains("deep"));
    assertTrue(html("![".repeat(5_000) + "deep" + "](b)".repeat(5_000)).contains("deep"));
  }
}
