package io.portico.agents;

import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * Pieces of a line of Markdown. Whatever a text holds, it stays that text: only trees are built,
 * and the library that writes them knows what to escape.
 */
final class Inlines {
  private static final int MAX_LENGTH = 500;

  /** Controls, line and paragraph separators, and what turns the direction of writing. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069\\ufeff]+");

  private Inlines() {}

  /** In one line, and no longer than one reads. */
  static String line(String text) {
    String line = UNSEEN.matcher(text).replaceAll(" ").replaceAll(" {2,}", " ").strip();
    return line.length() <= MAX_LENGTH
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MAX_LENGTH / 2)) + "…";
  }

  /** The same, but for line breaks and tabs, which stay. */
  static String lines(String text) {
    StringBuilder seen = new StringBuilder();
    for (String line : text.split("\\R", -1)) {
      seen.append(UNSEEN.matcher(line.replace("\t", "    ")).replaceAll(" ")).append('\n');
    }
    return seen.toString();
  }

  static Node text(String text) {
    return new Text(line(text));
  }

  /** What is ours, with its spaces. */
  static Node words(String words) {
    return new Text(words);
  }

  static Node code(String text) {
    String line = line(text);
    return line.isEmpty() ? new Text("(empty)") : new Code(line);
  }

  /** To another document of the same edition, or within the portal. */
  static Node link(String href, Node... label) {
    Link link = new Link(href, null);
    for (Node node : label) {
      link.appendChild(node);
    }
    return link;
  }
}
