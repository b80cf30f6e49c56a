package io.portico.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** A page of the documentation, as CommonMark reads it. */
public final class MarkdownPage {
  private final Path path;
  private final Node document;

  private MarkdownPage(Path path, Node document) {
    this.path = path;
    this.document = document;
  }

  /**
   * A block of code.
   *
   * @param section the nearest heading above it
   * @param language as the fence names it; may be empty
   */
  public record Block(String section, String language, String text) {}

  public static MarkdownPage of(Path path) {
    try {
      return new MarkdownPage(path, Parser.builder().build().parse(Files.readString(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path path() {
    return path;
  }

  /** What stands right below the root, in order. */
  public List<Node> parts() {
    List<Node> parts = new ArrayList<>();
    for (Node part = document.getFirstChild(); part != null; part = part.getNext()) {
      parts.add(part);
    }
    return parts;
  }

  /** Titles of all sections of a level, in order. */
  public List<String> headings(int level) {
    return headings().stream()
        .filter(heading -> heading.getLevel() == level)
        .map(MarkdownPage::plain)
        .toList();
  }

  private List<Heading> headings() {
    List<Heading> headings = new ArrayList<>();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            headings.add(heading);
          }
        });
    return headings;
  }

  /** What stands behind {@code #} in links to sections of the page, as GitHub makes it. */
  public List<String> anchors() {
    Map<String, Integer> seen = new HashMap<>();
    return headings().stream()
        .map(heading -> plain(heading).toLowerCase(Locale.ROOT))
        .map(title -> title.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .map(slug -> numbered(slug, seen.merge(slug, 1, Integer::sum) - 1))
        .toList();
  }

  private static String numbered(String slug, int before) {
    return before == 0 ? slug : slug + "-" + before;
  }

  /** Where the page's links lead, and which pictures it shows. */
  public List<String> links() {
    List<String> links = new ArrayList<>();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Link link) {
            links.add(link.getDestination());
            visitChildren(link);
          }

          @Override
          public void visit(Image picture) {
            links.add(picture.getDestination());
          }
        });
    return links;
  }

  /** Blocks of code, in order. */
  public List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    document.accept(
        new AbstractVisitor() {
          private String section = "";

          @Override
          public void visit(Heading heading) {
            section = plain(heading);
          }

          @Override
          public void visit(FencedCodeBlock block) {
            blocks.add(new Block(section, block.getInfo(), block.getLiteral()));
          }
        });
    return blocks;
  }

  /** All code: blocks, and what stands in a sentence. */
  public List<String> code() {
    List<String> code = new ArrayList<>();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Code inline) {
            code.add(inline.getLiteral());
          }

          @Override
          public void visit(FencedCodeBlock block) {
            code.add(block.getLiteral());
          }
        });
    return code;
  }

  private static String plain(Node node) {
    StringBuilder text = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text part) {
            text.append(part.getLiteral());
          }

          @Override
          public void visit(Code part) {
            text.append(part.getLiteral());
          }

          @Override
          public void visit(SoftLineBreak part) {
            text.append(' ');
          }
        });
    return text.toString();
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
