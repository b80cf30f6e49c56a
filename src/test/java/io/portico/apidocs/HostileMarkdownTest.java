package io.portico.apidocs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import io.portico.testsupport.Browser;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a browser finds in the HTML of texts that mean harm. */
class HostileMarkdownTest {
  private static final Set<String> ELEMENTS =
      Set.of(
          ("p br hr blockquote pre code ul ol li em strong i b u s del sub sup table thead tbody tr"
                  + " th td a h3 h4 h5 h6")
              .split(" "));
  private static final Set<String> ATTRIBUTES =
      Set.of("a.href", "a.rel", "ol.start", "th.align", "td.align");

  private static final List<String> ADDRESSES =
      List.of(
          "javascript:alert(1)",
          "JaVaScRiPt:alert(1)",
          " javascript:alert(1)",
          "\u0001javascript:alert(1)",
          "java\tscript:alert(1)",
          "java\nscript:alert(1)",
          "java&#9;script:alert(1)",
          "java&Tab;script&colon;alert(1)",
          "java&NewLine;script:alert(1)",
          "&#106;avascript:alert(1)",
          "&#x6A;avascript&#x3a;alert(1)",
          "&#0000106avascript:alert(1)",
          "javascript&#58;alert(1)",
          "javascript\\:alert(1)",
          "j\\avascript:alert(1)",
          "%6aavascript:alert(1)",
          "javascript%3Aalert(1)",
          "https://x#javascript:alert(1)",
          "https:javascript:alert(1)",
          "https://x\" onclick=\"alert(1)",
          "https://x' onclick='alert(1)",
          "https://x&quot; onclick=&quot;alert(1)",
          "https://x><script>alert(1)</script>",
          "mailto:x?subject=\"><svg/onload=alert(1)>",
          "#\"><img src=x onerror=alert(1)>",
          "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
          "DATA:image/svg+xml,<svg onload=alert(1)>",
          "vbscript:msgbox(1)",
          "livescript:alert(1)",
          "feed:javascript:alert(1)",
          "view-source:javascript:alert(1)",
          "blob:https://x/1",
          "filesystem:https://x/1",
          "\\\\x\\y",
          "//x/y",
          "/app/tokens",
          "ｊavascript:alert(1)",
          "javascript\u2028:alert(1)");

  private static final List<String> FRAGMENTS =
      List.of(
          "<script>alert(1)</script>",
          "<script src=//x></script>",
          "<SCRIPT\n>alert(1)</SCRIPT\n>",
          "<script>alert(1)",
          "<scr<script>ipt>alert(1)</scr</script>ipt>",
          "<img src=x onerror=alert(1)>",
          "<img src=\"x\" onerror=\"alert(1)\"//",
          "<img/src/onerror=alert(1)>",
          "<img src=x:x onerror=alert(1) ",
          "<svg onload=alert(1)>",
          "<svg><script>alert(1)</script></svg>",
          "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
          "<svg><style><img src=x onerror=alert(1)></style></svg>",
          "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
          "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1"
              + " onerror=alert(1)&gt;\">",
          "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
          "<style>@import '//x';</style>",
          "<style>*{display:none}",
          "<p style=\"position:fixed;inset:0\">x</p>",
          "<p onclick=alert(1) id=content class=button name=csrf-token>x</p>",
          "<iframe src=javascript:alert(1)></iframe>",
          "<iframe srcdoc=\"<script>alert(1)</script>\">",
          "<object data=x></object>",
          "<embed src=x>",
          "<base href=//x>",
          "<meta http-equiv=refresh content=\"0;url=//x\">",
          "<link rel=stylesheet href=//x>",
          "<form action=//x><input name=csrf-token><button formaction=javascript:alert(1)>x</button>",
          "</form></main></body></html>",
          "</textarea></title></style></script>",
          "<textarea><b>",
          "<title>",
          "<plaintext>",
          "<xmp><p>",
          "<template><script>alert(1)</script></template>",
          "<select><option><img src=x onerror=alert(1)>",
          "<table><caption><script>",
          "<details open ontoggle=alert(1)>",
          "<video><source onerror=alert(1)>",
          "<a href=javascript:alert(1)>x</a>",
          "<a href=\"java\nscript:alert(1)\">x</a>",
          "<a href='https://x' onfocus=alert(1) autofocus target=_top>x</a>",
          "<a href=https://x<b>x",
          "<a><b></a></b><p></b>",
          "<custom-element onclick=x>",
          "<!-- --><script>alert(1)</script> -->",
          "<!--><img src=x onerror=alert(1)>-->",
          "<!--[if IE]><script>alert(1)</script><![endif]-->",
          "<![CDATA[<script>alert(1)</script>]]>",
          "<?php <script>alert(1)</script> ?>",
          "<!DOCTYPE x [<!ENTITY y 'z'>]>",
          "&lt;script&gt;alert(1)&lt;/script&gt;",
          "&#60;script&#62;alert(1)&#60;/script&#62;",
          "&amp;lt;script&amp;gt;",
          "\\<script\\>alert(1)\\</script\\>",
          "`<script>alert(1)</script>`",
          "```\"><script>alert(1)</script>\nx\n```",
          "~~~ javascript:alert(1) onclick=x\n<script>\n~~~",
          "    <script>alert(1)</script>",
          "{{constructor.constructor('alert(1)')()}}",
          "${alert(1)}",
          "**<b onclick=x>*_`</b>`_***",
          "| <script> | `a|b` |\n|---|:-:|\n| <img src=x onerror=alert(1)> | </td></table> |",
          "\n# <script>\n",
          "\n> - 1. > <svg onload=alert(1)>\n",
          "\0<\0script\0>",
          "<script\u0000>",
          "\ud800<b>\udc00",
          "\u202e<b>",
          "\n\n",
          "<",
          ">",
          "\"",
          "'",
          "`",
          "[",
          "]");

  private static Browser browser;
  private static Page page;

  @BeforeAll
  static void open() {
    browser = new Browser();
    page = browser.newPage();
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void aLinkOfAnyFormHasNoOtherScheme() {
    assertHarmless(ADDRESSES.stream().flatMap(HostileMarkdownTest::links).toList());
  }

  private static Stream<String> links(String address) {
    return Stream.of(
            "[x](%s)",
            "[x](<%s>)",
            "![x](%s)",
            "![x](<%s> \"t\")",
            "[![x](%1$s)](%1$s)",
            "<%s>",
            "[x][y]\n\n[y]: %s",
            "![x][y]\n\n[y]: <%s> 't'",
            "<a href=\"%s\">x</a>",
            "<a href='%s'>x</a>",
            "<a href=%s>x</a>",
            "<p><img src=\"%1$s\" srcset=\"%1$s\" onerror=\"%1$s\">",
            "<a href=\"#\" ping=\"%1$s\" style=\"background:url(%1$s)\">x</a>")
        .map(form -> form.formatted(address));
  }

  @Test
  void noElementAndNoAttributeIsThereButThoseOfText() {
    assertHarmless(FRAGMENTS);
  }

  @Test
  void norIfTheyCutIntoEachOther() {
    Random random = new Random(20_264);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int f = 1 + random.nextInt(6); f > 0; f--) {
        String fragment =
            random.nextInt(4) == 0
                ? links(oneOf(ADDRESSES, random)).skip(random.nextInt(13)).findFirst().orElseThrow()
                : oneOf(FRAGMENTS, random);
        text.append(
            fragment,
            0,
            random.nextInt(3) == 0 ? random.nextInt(fragment.length()) : fragment.length());
      }
      texts.add(text.toString());
    }
    assertHarmless(texts);
  }

  private static String oneOf(List<String> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  private static void assertHarmless(List<String> texts) {
    List<String> documents =
        texts.stream().map(text -> new Markdown(text).html().getValue()).toList();
    Set<String> found = new TreeSet<>(found(documents));
    assertTrue(found.contains("p"), "the browser saw nothing");
    Set<String> elements = new TreeSet<>(found);
    elements.removeIf(name -> name.contains(".") || name.contains(":") || ELEMENTS.contains(name));
    assertEquals(Set.of(), elements);
    Set<String> attributes = new TreeSet<>(found);
    attributes.removeIf(name -> !name.contains(".") || ATTRIBUTES.contains(name));
    assertEquals(Set.of(), attributes);
    Set<String> schemes = new TreeSet<>(found);
    schemes.removeIf(name -> !name.endsWith(":"));
    // An address that no browser understands has the scheme ":" and leads nowhere.
    schemes.removeAll(Set.of("http:", "https:", "mailto:", "page:", ":"));
    assertEquals(Set.of(), schemes);
  }

  /** Names of elements, of attributes as {@code a.href}, and schemes as {@code https:}. */
  @SuppressWarnings("unchecked")
  private static List<String> found(List<String> documents) {
    return (List<String>)
        page.evaluate(
            """
            documents => [...new Set(documents.flatMap(html => {
              const parsed = new DOMParser().parseFromString(`<main>${html}</main><i id=after>`, 'text/html');
              const outside = parsed.querySelectorAll('head *, body > :not(main, #after)').length
                || parsed.body.lastElementChild.id !== 'after';
              return [
                ...(outside ? ['outside.'] : []),
                ...[...parsed.querySelectorAll('main *')].flatMap(element => [
                  element.localName,
                  ...[...element.attributes].map(({ name }) => `${element.localName}.${name}`),
                  ...(element.localName !== 'a' ? []
                    : [element.getAttribute('href').startsWith('#') ? 'page:' : element.protocol]),
                ])];
            }))]
            """,
            documents);
  }
}
