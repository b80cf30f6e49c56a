package io.portico.agents;

import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Takes out of somebody's Markdown what would be taken for ours, or act on its own. */
final class Harmless extends AbstractVisitor {
  /** Whole addresses; others would lead about in the portal. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:https?://|mailto:)[\\x21-\\x7e&&[^<>\"\\\\^`{|}]]*", Pattern.CASE_INSENSITIVE);

  @Override
  public void visit(Heading heading) {
    visitChildren(heading);
    Paragraph paragraph = new Paragraph();
    Node strong = new StrongEmphasis("**");
    take(heading, strong);
    // Without words it would be stars.
    paragraph.appendChild(strong.getFirstChild() == null ? Inlines.words("…") : strong);
    replace(heading, paragraph);
  }

  @Override
  public void visit(HtmlBlock html) {
    replace(html, code(html.getLiteral()));
  }

  @Override
  public void visit(IndentedCodeBlock block) {
    replace(block, code(block.getLiteral()));
  }

  /** Anew, without its author's fences and info string. */
  @Override
  public void visit(FencedCodeBlock block) {
    replace(block, code(block.getLiteral()));
  }

  private static FencedCodeBlock code(String literal) {
    FencedCodeBlock code = new FencedCodeBlock();
    code.setLiteral(literal.endsWith("\n") ? literal : literal + "\n");
    return code;
  }

  @Override
  public void visit(HtmlInline html) {
    replace(html, new Text(Inlines.line(html.getLiteral())));
  }

  @Override
  public void visit(Image image) {
    link(image, image.getDestination());
  }

  @Override
  public void visit(Link link) {
    link(link, link.getDestination());
  }

  /** Where it is used it is resolved. */
  @Override
  public void visit(LinkReferenceDefinition definition) {
    definition.unlink();
  }

  private void link(Node link, String destination) {
    visitChildren(link);
    boolean leadsOut = ADDRESS.matcher(destination).matches();
    if (leadsOut && link.getFirstChild() != null) {
      Link plain = new Link(destination, null);
      take(link, plain);
      replace(link, plain);
    } else {
      while (link.getFirstChild() != null) {
        link.insertBefore(link.getFirstChild());
      }
      link.unlink();
    }
  }

  private static void take(Node from, Node to) {
    while (from.getFirstChild() != null) {
      to.appendChild(from.getFirstChild());
    }
  }

  private static void replace(Node old, Node with) {
    old.insertBefore(with);
    old.unlink();
  }
}
