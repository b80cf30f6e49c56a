package io.portico.apidocs;

import io.quarkus.qute.RawString;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Document;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * A text in CommonMark with the tables of GitHub's dialect, as OpenAPI has descriptions. Nobody
 * vouches for its author.
 */
public record Markdown(String text) {
  /** Of characters; no part holds more. A longer text is shown as it was typed. */
  static final int MAX_LENGTH = Properties.MAX_BYTES;

  /** A page has headings of its own above those of a text. */
  private static final int LEVELS_ABOVE = 2;

  private static final int LOWEST_LEVEL = 6;

  /** Whole addresses and places on the page; others would lead about in the portal. */
  private static final Pattern LINK =
      Pattern.compile("(?:https?://|mailto:|#).*", Pattern.CASE_INSENSITIVE);

  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().extensions(TABLES).nodeRendererFactory(LinkedImages::new).build();
  private static final PolicyFactory SAFE =
      new HtmlPolicyBuilder()
          .allowElements("p", "br", "hr", "blockquote", "pre", "code", "ul", "ol", "li")
          .allowElements("em", "strong", "i", "b", "u", "s", "del", "sub", "sup")
          .allowElements("table", "thead", "tbody", "tr", "th", "td", "a")
          .allowElements((name, attributes) -> lowered(name), "h1", "h2", "h3", "h4", "h5", "h6")
          .allowAttributes("start")
          .matching(Pattern.compile("\\d{1,9}"))
          .onElements("ol")
          .allowAttributes("align")
          .matching(false, "left", "center", "right")
          .onElements("th", "td")
          .allowAttributes("href")
          .matching(LINK)
          .onElements("a")
          .allowUrlProtocols("http", "https", "mailto")
          .requireRelsOnLinks("nofollow", "noopener", "noreferrer")
          .toFactory();

  /** What a page may show: no script, no style, no image, no link but to the web and to people. */
  public RawString html() {
    Node document = text.length() > MAX_LENGTH ? asTyped() : PARSER.parse(text);
    return new RawString(SAFE.sanitize(RENDERER.render(document)));
  }

  private Node asTyped() {
    IndentedCodeBlock block = new IndentedCodeBlock();
    block.setLiteral(text);
    Document document = new Document();
    document.appendChild(block);
    return document;
  }

  private static String lowered(String heading) {
    int level = Character.digit(heading.charAt(1), 10) + LEVELS_ABOVE;
    return "h" + Math.min(level, LOWEST_LEVEL);
  }
}
