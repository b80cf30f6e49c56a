package io.portico.agents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;

/**
 * A description in CommonMark, as OpenAPI has them, read into pieces that can stand in a page of
 * ours: without headings, HTML, images and links into the portal. Nobody vouches for its author.
 */
final class AuthorsText {
  static final AuthorsText NONE = new AuthorsText(List.of());

  private static final int MAX_LENGTH = 100_000;
  private static final int MAX_DEPTH = 20;
  private static final Parser PARSER =
      Parser.builder().maxOpenBlockParsers(MAX_DEPTH).maxInlineNesting(MAX_DEPTH).build();

  private final List<Node> blocks;

  private AuthorsText(List<Node> blocks) {
    this.blocks = blocks;
  }

  static AuthorsText of(Optional<String> text) {
    return text.filter(said -> !said.isBlank()).map(AuthorsText::parse).orElse(NONE);
  }

  private static AuthorsText parse(String text) {
    String lines = Inlines.lines(text);
    if (lines.length() > MAX_LENGTH) {
      FencedCodeBlock asTyped = new FencedCodeBlock();
      asTyped.setLiteral(lines);
      return new AuthorsText(List.of(asTyped));
    }
    Node document = PARSER.parse(lines);
    document.accept(new Harmless());
    return new AuthorsText(children(document));
  }

  private static List<Node> children(Node parent) {
    List<Node> children = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      children.add(child);
    }
    return children;
  }

  boolean isEmpty() {
    return blocks.isEmpty();
  }

  /** Whether it can stand in a line of ours. */
  boolean isOneParagraph() {
    return blocks.size() == 1 && blocks.get(0) instanceof Paragraph;
  }

  /** Of its one paragraph. Each piece can be put into one page. */
  List<Node> inlines() {
    return children(blocks.get(0));
  }

  /** Each can be put into one page. */
  List<Node> blocks() {
    return blocks.stream().filter(Block.class::isInstance).toList();
  }
}
