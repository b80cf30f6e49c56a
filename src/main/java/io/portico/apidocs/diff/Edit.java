package io.portico.apidocs.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiff;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of two sequences: the same in both, or one in place of the other.
 *
 * @param before empty if it is new
 * @param after empty if it is gone
 */
record Edit<T>(boolean same, List<T> before, List<T> after) {
  /**
   * Of how many elements one sequence may differ from the other. The work grows with the square of
   * it, and who reads finds nothing in more of them.
   */
  static final int MOST = 500;

  /** Whether something is there in place of something. */
  boolean isReplacement() {
    return !same && !before.isEmpty() && !after.isEmpty();
  }

  /**
   * What makes one sequence the other, the fewest elements of it. Sequences that differ too much
   * have nothing in common but how they begin and end.
   */
  static <T> List<Edit<T>> between(List<T> before, List<T> after) {
    int shorter = Math.min(before.size(), after.size());
    int start = 0;
    while (start < shorter && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    List<Edit<T>> edits = new ArrayList<>();
    edits.add(same(before.subList(0, start)));
    edits.addAll(
        within(
            before.subList(start, before.size() - end), after.subList(start, after.size() - end)));
    edits.add(same(before.subList(before.size() - end, before.size())));
    edits.removeIf(edit -> edit.before.isEmpty() && edit.after.isEmpty());
    return edits;
  }

  private static <T> Edit<T> same(List<T> elements) {
    return new Edit<>(true, elements, elements);
  }

  private static <T> List<Edit<T>> within(List<T> before, List<T> after) {
    try {
      return DiffUtils.diff(before, after, new MyersDiff<>(), new Bound(), true)
          .getDeltas()
          .stream()
          .map(Edit::of)
          .toList();
    } catch (TooDifferent e) {
      return List.of(new Edit<>(false, before, after));
    }
  }

  private static <T> Edit<T> of(AbstractDelta<T> delta) {
    return new Edit<>(
        delta.getType() == DeltaType.EQUAL,
        delta.getSource().getLines(),
        delta.getTarget().getLines());
  }

  /** The library's way to watch it, and the only one to stop it. */
  private static final class Bound implements DiffAlgorithmListener {
    @Override
    public void diffStart() {}

    @Override
    public void diffStep(int differing, int most) {
      if (differing > MOST) {
        throw new TooDifferent();
      }
    }

    @Override
    public void diffEnd() {}
  }

  private static final class TooDifferent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooDifferent() {
      super(null, null, false, false);
    }
  }
}
