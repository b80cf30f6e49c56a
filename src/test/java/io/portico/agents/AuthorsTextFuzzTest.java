package io.portico.agents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.portico.testsupport.Pieces;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** Whatever an API's authors write, it stays in its place on a page of ours. */
class AuthorsTextFuzzTest {
  private static final Parser PARSER = Parser.builder().build();

  @Property
  void itStaysInItsPlace(@ForAll("texts") String text) {
    assertStays(text);
  }

  @FuzzTest
  @DictionaryEntries({"](", "# ", "> ", "- ", "```", "<b>", "&#", "[x]: ", "==="})
  void anyTextStaysInItsPlace(byte[] text) {
    assertStays(new String(text, UTF_8));
  }

  @Provide
  Arbitrary<String> texts() {
    return Pieces.of(
        "# x\n",
        "x\n===\n",
        "> ",
        "- ",
        "1. ",
        "    ",
        "\n",
        "\n\n",
        "```",
        "~~~\n",
        "`",
        "[x](",
        "![x](",
        "/app/tokens)",
        "https://x)",
        "javascript:a)",
        "[y]: /app\n",
        "[y]",
        "<b>",
        "<!--",
        "</b>",
        "&#35; ",
        "&lt;",
        "\\",
        "*",
        "**",
        "_",
        "|",
        "\u2028",
        "\u202e",
        "---\n",
        "<https://x>");
  }

  /** A page of ours around it: a heading, what the authors say, and a heading again. */
  private static void assertStays(String text) {
    AuthorsText said = AuthorsText.of(Optional.of(text));
    Blocks page = new Blocks();
    page.heading(1, Inlines.text("Before"));
    page.quotation(said);
    page.list(
        List.of(
            Blocks.item(
                List.of(Inlines.text("Item")), AuthorsText.of(Optional.of(text)), List.of())));
    page.heading(2, Inlines.text("After"));
    Node document = PARSER.parse(page.text());
    Harm harm = new Harm();
    document.accept(harm);
    assertEquals(2, harm.headings, page.text());
    assertTrue(harm.none, page.text());
    assertTrue(document.getFirstChild() instanceof Heading, page.text());
    assertTrue(document.getLastChild() instanceof Heading, page.text());
    assertEquals(said.isEmpty() ? 3 : 4, children(document), page.text());
    assertTrue(
        said.isEmpty() || document.getFirstChild().getNext() instanceof BlockQuote, page.text());
  }

  private static int children(Node parent) {
    int count = 0;
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      count++;
    }
    return count;
  }

  private static final class Harm extends AbstractVisitor {
    private int headings;
    private boolean none = true;

    @Override
    public void visit(Heading heading) {
      headings++;
      visitChildren(heading);
    }

    @Override
    public void visit(HtmlBlock html) {
      none = false;
    }

    @Override
    public void visit(HtmlInline html) {
      none = false;
    }

    @Override
    public void visit(Image image) {
      none = false;
    }

    @Override
    public void visit(Link link) {
      none &= link.getDestination().matches("(?i)(https?://|mailto:)[!-~]*");
      visitChildren(link);
    }
  }
}
