package io.portico.apidocs;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Links in place of images, which the portal's policy lets no page load from elsewhere. */
record LinkedImages(HtmlNodeRendererContext context) implements NodeRenderer {
  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(Image.class);
  }

  @Override
  public void render(Node image) {
    boolean linked = isLinked(image);
    if (!linked) {
      context.getWriter().tag("a", Map.of("href", ((Image) image).getDestination()));
    }
    if (image.getFirstChild() == null) {
      context.getWriter().text("Image");
    }
    for (Node child = image.getFirstChild(); child != null; child = child.getNext()) {
      context.render(child);
    }
    if (!linked) {
      context.getWriter().tag("/a");
    }
  }

  /** A link has no link in it. */
  private static boolean isLinked(Node image) {
    Node outer = image.getParent();
    while (outer != null && !(outer instanceof Link || outer instanceof Image)) {
      outer = outer.getParent();
    }
    return outer != null;
  }
}
