package io.portico.agents;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * A document in Markdown, {@link ApiMarkdown}'s or one as it writes it, for a page of HTML. What
 * its authors wrote was made harmless when it was made; here HTML in it is text once more.
 *
 * @param title its first heading
 * @param operations a list that leads to the sections of the same page; empty without one
 * @param html all the rest
 */
record DocumentText(String title, Optional<String> operations, String html) {
  private static final Parser PARSER = Parser.builder().build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          // Without data:, which the default lets pass.
          .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
          .attributeProviderFactory(context -> new Attributes())
          .build();

  private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*", Pattern.CASE_INSENSITIVE);

  static DocumentText of(String markdown) {
    Node page = PARSER.parse(markdown);
    page.accept(new Pages());
    String title = words(page.getFirstChild());
    Optional<Node> list = operations(page);
    list.ifPresent(
        operations -> {
          operations.getPrevious().unlink();
          operations.unlink();
          operations.accept(new Sections());
        });
    return new DocumentText(title, list.map(RENDERER::render), RENDERER.render(page));
  }

  /** What follows the heading of that name. */
  private static Optional<Node> operations(Node page) {
    for (Node block = page.getFirstChild(); block != null; block = block.getNext()) {
      if (block instanceof BulletList && block.getPrevious() instanceof Heading heading) {
        return words(heading).equals(ApiMarkdown.OPERATIONS)
            ? Optional.of(block)
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static String words(Node heading) {
    Node only = heading == null ? null : heading.getFirstChild();
    return only instanceof Text text
        ? text.getLiteral()
        : only instanceof Code code ? code.getLiteral() : "";
  }

  /** The operation that a heading or a link names. */
  private static Optional<String> place(Node named) {
    return named.getFirstChild() instanceof Code code && code.getNext() == null
        ? Optional.of(code.getLiteral().replace(' ', '-'))
        : Optional.empty();
  }

  /** Leads to sections of this page instead of pages of their own. */
  private static final class Sections extends AbstractVisitor {
    @Override
    public void visit(Link link) {
      place(link).ifPresent(section -> link.setDestination("#" + PathSegment.encoded(section)));
      // The summary stands on a line of its own.
      if (link.getNext() instanceof Text next && next.getLiteral().startsWith(": ")) {
        next.setLiteral(next.getLiteral().substring(2));
      }
    }
  }

  /** Leads from page to page instead of from Markdown to Markdown. */
  private static final class Pages extends AbstractVisitor {
    @Override
    public void visit(Link link) {
      String address = link.getDestination();
      if (!ELSEWHERE.matcher(address).matches()) {
        link.setDestination(DocumentPages.pageOf(address));
      }
      visitChildren(link);
    }

    /** Neither we nor authors have any. */
    @Override
    public void visit(Image image) {
      image.unlink();
    }
  }

  private static final class Attributes implements AttributeProvider {
    @Override
    public void setAttributes(Node node, String tag, Map<String, String> attributes) {
      if (node instanceof Heading heading && heading.getLevel() == ApiMarkdown.SECTION) {
        place(heading).ifPresent(section -> attributes.put("id", section));
      }
      if (node instanceof Link link) {
        // The renderer would vouch for no link, ours among them.
        if (ELSEWHERE.matcher(link.getDestination()).matches()) {
          attributes.put("rel", "nofollow noopener noreferrer");
        } else {
          attributes.remove("rel");
        }
      }
    }
  }
}
