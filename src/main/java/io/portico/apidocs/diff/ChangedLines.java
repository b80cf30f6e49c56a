package io.portico.apidocs.diff;

import io.portico.apidocs.diff.Line.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lines in place of others: which of them are versions of each other, and in which words. */
final class ChangedLines {
  /** How many pairs of lines are looked at; who replaces more has written something else. */
  static final int MOST_PAIRS = 10_000;

  private final List<Line> lines = new ArrayList<>();
  private final List<WordCount> after;
  private int next;

  private ChangedLines(List<String> after) {
    this.after = after.stream().map(WordCount::of).toList();
  }

  static List<Line> of(Edit<String> edit) {
    if ((long) edit.before().size() * edit.after().size() > MOST_PAIRS) {
      return Stream.concat(
              edit.before().stream().map(Line::removed), edit.after().stream().map(Line::added))
          .toList();
    }
    ChangedLines changed = new ChangedLines(edit.after());
    edit.before().forEach(changed::take);
    changed.addUpTo(changed.after.size());
    return changed.lines;
  }

  private void take(String line) {
    WordCount before = WordCount.of(line);
    for (int i = next; i < after.size(); i++) {
      if (before.isLike(after.get(i))) {
        addUpTo(i);
        change(line, after.get(i).line());
        next = i + 1;
        return;
      }
    }
    lines.add(Line.removed(line));
  }

  private void addUpTo(int end) {
    after.subList(next, end).forEach(added -> lines.add(Line.added(added.line())));
    next = end;
  }

  private void change(String before, String after) {
    List<Run> runs = runs(before, after);
    if (runs.stream().anyMatch(run -> run.kind() == Run.Kind.SAME)) {
      lines.add(new Line(Kind.CHANGED, runs));
    } else {
      lines.add(Line.removed(before));
      lines.add(Line.added(after));
    }
  }

  private static List<Run> runs(String before, String after) {
    List<Edit<String>> edits = Edit.between(LineWords.of(before), LineWords.of(after));
    List<Run> runs = new ArrayList<>();
    StringBuilder removed = new StringBuilder();
    StringBuilder added = new StringBuilder();
    for (int i = 0; i < edits.size(); i++) {
      Edit<String> edit = edits.get(i);
      if (edit.same() && !isGap(edits, i)) {
        flush(removed, added, runs);
        runs.add(new Run(Run.Kind.SAME, String.join("", edit.before())));
      } else {
        edit.before().forEach(removed::append);
        edit.after().forEach(added::append);
      }
    }
    flush(removed, added, runs);
    return runs;
  }

  /** A blank between two replaced words: one replacement is read more easily than two. */
  private static boolean isGap(List<Edit<String>> edits, int i) {
    return i > 0
        && i < edits.size() - 1
        && edits.get(i - 1).isReplacement()
        && edits.get(i + 1).isReplacement()
        && edits.get(i).before().stream().allMatch(String::isBlank);
  }

  private static void flush(StringBuilder removed, StringBuilder added, List<Run> runs) {
    if (!removed.isEmpty()) {
      runs.add(new Run(Run.Kind.REMOVED, removed.toString()));
    }
    if (!added.isEmpty()) {
      runs.add(new Run(Run.Kind.ADDED, added.toString()));
    }
    removed.setLength(0);
    added.setLength(0);
  }
}
