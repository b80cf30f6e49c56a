package io.portico.apidocs.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EditTest {
  private static List<Edit<String>> edits(String before, String after) {
    return Edit.between(List.of(before.split("")), List.of(after.split("")));
  }

  private static Edit<String> same(String letters) {
    return new Edit<>(true, List.of(letters.split("")), List.of(letters.split("")));
  }

  @Test
  void theFewestElementsAreReplaced() {
    assertEquals(
        List.of(
            same("a"),
            new Edit<>(false, List.of("b"), List.of("x", "y")),
            same("cd"),
            new Edit<>(false, List.of("e"), List.of())),
        edits("abcde", "axycd"));
    assertEquals(List.of(same("abc")), edits("abc", "abc"));
    assertEquals(List.of(), Edit.between(List.of(), List.of()));
  }

  /** Which counts how often it is compared. */
  private record Counted(String name, AtomicLong comparisons) {
    @Override
    public boolean equals(Object other) {
      comparisons.incrementAndGet();
      return other instanceof Counted counted && counted.name.equals(name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  @Test
  void sequencesThatShareNothingAreGivenUp() {
    AtomicLong comparisons = new AtomicLong();
    List<Counted> before =
        IntStream.range(0, 65_536).mapToObj(i -> new Counted("a" + i, comparisons)).toList();
    List<Counted> after =
        IntStream.range(0, 65_536).mapToObj(i -> new Counted("b" + i, comparisons)).toList();
    List<Edit<Counted>> edits = Edit.between(before, after);
    long spent = comparisons.get();
    assertEquals(1, edits.size());
    assertTrue(spent < (long) Edit.MOST * Edit.MOST, () -> "compared " + spent + " times");
  }

  @Test
  void theBoundIsExact() {
    assertEquals(2 * Edit.MOST + 1, withEverySecondRemoved(Edit.MOST).size());
    assertEquals(3, withEverySecondRemoved(Edit.MOST + 1).size());
  }

  private static List<Edit<String>> withEverySecondRemoved(int times) {
    List<String> after = IntStream.rangeClosed(0, times).mapToObj(i -> "kept" + i).toList();
    List<String> before =
        after.stream().flatMap(word -> Stream.of("removed", word)).skip(1).toList();
    return Edit.between(before, after);
  }

  @Test
  void howLongTheyAreDoesNotMatter() {
    List<String> before = IntStream.range(0, 65_536).mapToObj(Integer::toString).toList();
    List<String> after = before.stream().map(change(32_768)).toList();
    assertEquals(
        List.of(true, false, true), Edit.between(before, after).stream().map(Edit::same).toList());
  }

  private static Function<String, String> change(int number) {
    return word -> word.equals(Integer.toString(number)) ? "changed" : word;
  }
}
