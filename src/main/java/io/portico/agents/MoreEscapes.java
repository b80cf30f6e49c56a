package io.portico.agents;

import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.markdown.MarkdownNodeRendererContext;
import org.commonmark.renderer.markdown.MarkdownNodeRendererFactory;

/** Characters that begin a list or a block of code, and that the library leaves as they are. */
final class MoreEscapes implements MarkdownNodeRendererFactory {
  @Override
  public Set<Character> getSpecialCharacters() {
    return Set.of('+', '~');
  }

  @Override
  public NodeRenderer create(MarkdownNodeRendererContext context) {
    return new NodeRenderer() {
      @Override
      public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of();
      }

      @Override
      public void render(Node node) {
        throw new IllegalStateException("Nothing is rendered here: " + node);
      }
    };
  }
}
