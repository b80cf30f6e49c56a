package io.portico.apidocs.diff;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A line of either text, or two that are versions of each other.
 *
 * @param runs in their order, which one after the other are the line; what was before what is
 */
public record Line(Kind kind, List<Run> runs) {
  /** What became of it. */
  public enum Kind {
    SAME,
    REMOVED,
    ADDED,
    CHANGED
  }

  public Line {
    runs = List.copyOf(runs);
  }

  static Line same(String text) {
    return new Line(Kind.SAME, List.of(new Run(Run.Kind.SAME, text)));
  }

  static Line removed(String text) {
    return new Line(Kind.REMOVED, List.of(new Run(Run.Kind.REMOVED, text)));
  }

  static Line added(String text) {
    return new Line(Kind.ADDED, List.of(new Run(Run.Kind.ADDED, text)));
  }

  /** What it was; nothing if it was added. */
  String before() {
    return without(Run::isAdded);
  }

  /** What it is; nothing if it was removed. */
  String after() {
    return without(Run::isRemoved);
  }

  private String without(Predicate<Run> left) {
    return runs.stream().filter(left.negate()).map(Run::text).collect(Collectors.joining());
  }
}
