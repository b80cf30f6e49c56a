package io.portico.apidocs.diff;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A line of two texts side by side.
 *
 * @param folded how many lines that are the same it stands for; 0 if for itself
 * @param before what was there; empty if nothing
 * @param after what is there; empty if nothing
 */
public record DiffLine(Line.Kind kind, int folded, List<Run> before, List<Run> after) {
  /** What a line costs a page beside its signs. */
  private static final int FRAME = 40;

  static Stream<DiffLine> of(Stretch stretch) {
    return stretch.folded()
        ? Stream.of(new DiffLine(Line.Kind.SAME, stretch.lines().size(), List.of(), List.of()))
        : stretch.lines().stream().map(DiffLine::of);
  }

  private static DiffLine of(Line line) {
    return new DiffLine(
        line.kind(),
        0,
        line.runs().stream().filter(run -> !run.isAdded()).toList(),
        line.runs().stream().filter(run -> !run.isRemoved()).toList());
  }

  /** How much room it takes on a page, in characters. */
  int size() {
    return FRAME + Math.max(length(before), length(after));
  }

  private static int length(List<Run> runs) {
    return runs.stream().mapToInt(run -> run.text().length()).sum();
  }

  /** For style sheets. */
  public String tone() {
    return folded > 0 ? "folded" : kind.name().toLowerCase(Locale.ROOT);
  }

  public boolean isRemoved() {
    return kind == Line.Kind.REMOVED;
  }

  public boolean isAdded() {
    return kind == Line.Kind.ADDED;
  }
}
