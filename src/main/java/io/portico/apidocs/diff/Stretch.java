package io.portico.apidocs.diff;

import java.util.List;

/**
 * Lines of a text, one after the other.
 *
 * @param folded whether they are far from any change, and more than one
 */
public record Stretch(List<Line> lines, boolean folded) {
  public Stretch {
    lines = List.copyOf(lines);
  }
}
