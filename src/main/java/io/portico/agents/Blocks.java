package io.portico.agents;

import java.util.List;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.markdown.MarkdownRenderer;

/** Builds a page of Markdown block by block. */
final class Blocks {
  private static final MarkdownRenderer RENDERER =
      MarkdownRenderer.builder().nodeRendererFactory(new MoreEscapes()).build();
  private static final int LOWEST_LEVEL = 6;

  private final Document document = new Document();

  void heading(int level, Node... inlines) {
    Heading heading = new Heading();
    heading.setLevel(Math.min(level, LOWEST_LEVEL));
    add(filled(heading, List.of(inlines)));
  }

  void paragraph(Node... inlines) {
    add(filled(new Paragraph(), List.of(inlines)));
  }

  /** What the API's authors say: nothing in a quotation is a part of the page around it. */
  void quotation(AuthorsText text) {
    if (!text.isEmpty()) {
      add(filled(new BlockQuote(), text.blocks()));
    }
  }

  void list(List<ListItem> items) {
    if (!items.isEmpty()) {
      add(bullets(items));
    }
  }

  private void add(Node block) {
    document.appendChild(block);
  }

  static BulletList bullets(List<ListItem> items) {
    BulletList list = new BulletList();
    // A quotation in a tight list would take in what follows.
    list.setTight(items.stream().noneMatch(Blocks::holdsQuotation));
    items.forEach(list::appendChild);
    return list;
  }

  private static boolean holdsQuotation(Node item) {
    for (Node block = item.getFirstChild(); block != null; block = block.getNext()) {
      if (block instanceof BlockQuote) {
        return true;
      }
    }
    return false;
  }

  /** An item: a line, what its authors say of it, and what is below it. */
  static ListItem item(List<Node> line, AuthorsText said, List<ListItem> below) {
    Paragraph first = filled(new Paragraph(), line);
    ListItem item = new ListItem();
    item.appendChild(first);
    if (said.isOneParagraph()) {
      first.appendChild(Inlines.words(": "));
      said.inlines().forEach(first::appendChild);
    } else if (!said.isEmpty()) {
      item.appendChild(filled(new BlockQuote(), said.blocks()));
    }
    if (!below.isEmpty()) {
      item.appendChild(bullets(below));
    }
    return item;
  }

  static ListItem item(Node... line) {
    return item(List.of(line), AuthorsText.NONE, List.of());
  }

  private static <T extends Node> T filled(T block, List<? extends Node> children) {
    children.forEach(block::appendChild);
    return block;
  }

  /** In CommonMark. */
  String text() {
    return RENDERER.render(document);
  }
}
