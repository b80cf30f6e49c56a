package io.portico.apidocs.diff;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What makes one text another, as people read it: by line, and by word within the lines that are
 * versions of each other. The work is bounded: where too many words differ the lines do, and where
 * too many lines differ the texts do.
 *
 * @param lines of both texts, in their order
 */
public record TextDiff(List<Line> lines) {
  public TextDiff {
    lines = List.copyOf(lines);
  }

  public static TextDiff of(String before, String after) {
    List<Line> lines = new ArrayList<>();
    for (Edit<String> edit : Edit.between(lines(before), lines(after))) {
      if (edit.same()) {
        edit.before().forEach(line -> lines.add(Line.same(line)));
      } else {
        lines.addAll(ChangedLines.of(edit));
      }
    }
    return new TextDiff(lines);
  }

  private static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
  }

  /** The text that it started from. */
  public String before() {
    return text(line -> line.kind() != Line.Kind.ADDED, Line::before);
  }

  /** The text that it ends with. */
  public String after() {
    return text(line -> line.kind() != Line.Kind.REMOVED, Line::after);
  }

  private String text(Predicate<Line> which, Function<Line, String> of) {
    return lines.stream().filter(which).map(of).collect(Collectors.joining("\n"));
  }

  /**
   * All lines, with those folded that are far from any change.
   *
   * @param context how many lines around a change are shown
   */
  public List<Stretch> stretches(int context) {
    BitSet shown = new BitSet(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).kind() != Line.Kind.SAME) {
        shown.set(Math.max(0, i - context), Math.min(lines.size(), i + context + 1));
      }
    }
    List<Stretch> stretches = new ArrayList<>();
    for (int from = 0, to; from < lines.size(); from = to) {
      boolean near = shown.get(from);
      int change = near ? shown.nextClearBit(from) : shown.nextSetBit(from);
      to = change < 0 ? lines.size() : change;
      // To fold one line would take as much room.
      stretches.add(new Stretch(lines.subList(from, to), !near && to - from > 1));
    }
    return stretches;
  }
}
