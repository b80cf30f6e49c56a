package io.portico.apidocs.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextDiffTest {
  private static final List<String> PIECES =
      List.of(
          "a", "A", "pet", "pets", " ", " ", "  ", "\n", "\n", "\r\n", "\t", ".", ",", "-", "1",
          "e\u0301", "\u0301", "ß", "漢", "字", "한", "ก", "𝄞", "👩‍🚀", "🇩🇪", "👍🏽", "\u200d",
          "\ud800", "\udc00", "\u2028", "\0", "<ins>");

  /** The diff, as {@code same text}, {@code - removed}, {@code + added} or {@code ~ changed}. */
  private static List<String> shown(String before, String after) {
    return TextDiff.of(before, after).lines().stream().map(TextDiffTest::shown).toList();
  }

  private static String shown(Line line) {
    return switch (line.kind()) {
      case SAME -> "  " + line.after();
      case REMOVED -> "- " + line.before();
      case ADDED -> "+ " + line.after();
      case CHANGED -> "~ " + runs(line);
    };
  }

  /** With {@code [-removed-]} and {@code [+added+]} words. */
  private static String runs(Line line) {
    return line.runs().stream()
        .map(
            run ->
                switch (run.kind()) {
                  case SAME -> run.text();
                  case REMOVED -> "[-" + run.text() + "-]";
                  case ADDED -> "[+" + run.text() + "+]";
                })
        .collect(Collectors.joining());
  }

  private static String text(int size, IntFunction<String> piece, String between) {
    return IntStream.range(0, size).mapToObj(piece).collect(Collectors.joining(between));
  }

  @Test
  void linesAreTheSameRemovedAddedOrChanged() {
    assertEquals(
        List.of(
            "  # Orders",
            "- Internal only.",
            "~ Lists [-all-][+open+] orders.",
            "+ Newest first.",
            "  "),
        shown(
            "# Orders\nInternal only.\nLists all orders.\n",
            "# Orders\nLists open orders.\nNewest first.\n"));
  }

  @Test
  void equalTextsHaveNoChange() {
    assertEquals(List.of("  a", "  b"), shown("a\nb", "a\nb"));
    assertEquals(List.of(), shown("", ""));
  }

  @Test
  void nothingBeforeIsAllAdded() {
    assertEquals(List.of("+ a", "+ b"), shown("", "a\nb"));
    assertEquals(List.of("- a", "- b"), shown("a\nb", ""));
  }

  @Test
  void theEndOfTheLastLineIsALineOfItsOwn() {
    assertEquals(List.of("  a", "+ "), shown("a", "a\n"));
    assertEquals(List.of("~ a[-\r-]", "  b"), shown("a\r\nb", "a\nb"));
  }

  @Test
  void linesWithNothingInCommonAreNoVersionsOfEachOther() {
    assertEquals(
        List.of("- Deprecated", "+ Lists all orders"), shown("Deprecated", "Lists all orders"));
    assertEquals(List.of("- One two.", "+ Six ten."), shown("One two.", "Six ten."));
  }

  @Test
  void aThirdOfTheWordsMakesAVersion() {
    assertEquals(List.of("~ a [-b c-][+d e+]"), shown("a b c", "a d e"));
    assertEquals(List.of("- a b c", "+ a d e f"), shown("a b c", "a d e f"));
    assertEquals(List.of("- a a a", "+ a d e f g h i"), shown("a a a", "a d e f g h i"));
  }

  @Test
  void aLineFindsItsVersionAmongOthers() {
    assertEquals(
        List.of("- gone", "+ new", "~ the [-old-][+other+] word", "+ newer"),
        shown("gone\nthe old word", "new\nthe other word\nnewer"));
  }

  @Test
  void wordsReplacedSideBySideAreOneReplacement() {
    assertEquals(
        List.of("~ The [-quick brown-][+slow red+] fox runs"),
        shown("The quick brown fox runs", "The slow red fox runs"));
    assertEquals(List.of("~ Lists [+open +]orders"), shown("Lists orders", "Lists open orders"));
    assertEquals(
        List.of("~ red[+,+] [-apple-][+pear+] here"), shown("red apple here", "red, pear here"));
  }

  @Test
  void droppingOneSideGivesTheOtherText() {
    Random random = new Random(2);
    for (int i = 0; i < 3_000; i++) {
      String before = randomText(random);
      String after = random.nextBoolean() ? randomText(random) : edited(before, random);
      TextDiff diff = TextDiff.of(before, after);
      assertEquals(before, diff.before());
      assertEquals(after, diff.after());
    }
  }

  private static String randomText(Random random) {
    return random
        .ints(random.nextInt(60), 0, PIECES.size())
        .mapToObj(PIECES::get)
        .collect(Collectors.joining());
  }

  private static String edited(String text, Random random) {
    StringBuilder edited = new StringBuilder(text);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(edited.length() + 1);
      edited.replace(
          at,
          Math.min(edited.length(), at + random.nextInt(4)),
          PIECES.get(random.nextInt(PIECES.size())));
    }
    return edited.toString();
  }

  @Test
  void noRunEndsInsideOfASign() {
    assertEquals(List.of("~ a [-cafe-][+cafe\u0301+] b"), shown("a cafe b", "a cafe\u0301 b"));
    assertEquals(List.of("~ go [-👍-][+👍🏽+] go"), shown("go 👍 go", "go 👍🏽 go"));
    assertEquals(List.of("~ go [-𝄞-][+𝄢+] go"), shown("go 𝄞 go", "go 𝄢 go"));
  }

  @Test
  void wordsBeyondTheBoundAreReplacedTogether() {
    // Every second word is replaced: one removed and one added.
    int within = Edit.MOST / 2;
    assertEquals(within, removedRuns(alternating("old", within), alternating("new", within)));
    assertEquals(1, removedRuns(alternating("old", within + 1), alternating("new", within + 1)));
  }

  private static String alternating(String word, int times) {
    return text(times, i -> "same" + i + " " + word + i, " ") + " end";
  }

  private static long removedRuns(String before, String after) {
    List<Line> lines = TextDiff.of(before, after).lines();
    assertEquals(List.of(Line.Kind.CHANGED), lines.stream().map(Line::kind).toList());
    return lines.get(0).runs().stream().filter(Run::isRemoved).count();
  }

  @Test
  void linesBeyondTheBoundAreReplacedTogether() {
    int within = Edit.MOST / 4;
    assertTrue(hasSameLine(within));
    assertFalse(hasSameLine(within + 1));
  }

  /** Of texts with as many other lines before and behind one that they share. */
  private static boolean hasSameLine(int others) {
    return TextDiff.of(around("shared", "a", others), around("shared", "b", others))
        .lines()
        .stream()
        .anyMatch(line -> line.kind() == Line.Kind.SAME);
  }

  private static String around(String line, String word, int others) {
    String block = text(others, i -> word + i, "\n");
    return block + "\n" + line + "\n" + block;
  }

  @Test
  void manyLinesInPlaceOfManyAreNotPaired() {
    int side = (int) Math.sqrt(ChangedLines.MOST_PAIRS);
    assertEquals(side, changedLines(side));
    assertEquals(0, changedLines(side + 1));
  }

  private static long changedLines(int size) {
    return TextDiff.of(text(size, i -> "line old" + i, "\n"), text(size, i -> "line new" + i, "\n"))
        .lines()
        .stream()
        .filter(line -> line.kind() == Line.Kind.CHANGED)
        .count();
  }

  @Test
  void theLongestTextsThatShareNothingAreReplacedAsAWhole() {
    TextDiff lines = TextDiff.of("a\n".repeat(32_767) + "a", "b\n".repeat(32_767) + "b");
    assertEquals(65_536, lines.lines().size());
    assertTrue(
        lines.lines().subList(0, 32_768).stream()
            .allMatch(line -> line.kind() == Line.Kind.REMOVED));
    assertEquals(
        List.of("- " + ". ".repeat(32_768), "+ " + "! ".repeat(32_768)),
        shown(". ".repeat(32_768), "! ".repeat(32_768)));
  }

  private static List<String> folded(String before, String after, int context) {
    return TextDiff.of(before, after).stretches(context).stream()
        .map(stretch -> (stretch.folded() ? "folded " : "shown ") + stretch.lines().size())
        .toList();
  }

  @Test
  void linesFarFromAnyChangeAreFolded() {
    String before = text(20, i -> "line" + i, "\n");
    assertEquals(
        List.of("folded 8", "shown 6", "folded 7"),
        folded(before, before.replace("line10", "other"), 2));
    assertEquals(List.of("folded 20"), folded(before, before, 2));
    assertEquals(
        List.of("shown 4", "folded 17"), folded(before, before.replace("line0\n", "x\n"), 2));
    assertEquals(List.of("shown 1"), folded("", "a", 2));
    assertEquals(List.of(), folded("", "", 2));
  }

  @Test
  void aSingleLineIsNotFolded() {
    assertEquals(List.of("shown 1", "shown 2"), folded("a\nb", "a\nc", 0));
  }

  @Test
  void allLinesAreInOneStretch() {
    Random random = new Random(3);
    for (int i = 0; i < 300; i++) {
      String before = randomText(random);
      TextDiff diff = TextDiff.of(before, edited(before, random));
      List<Line> lines = new ArrayList<>();
      diff.stretches(random.nextInt(3)).forEach(stretch -> lines.addAll(stretch.lines()));
      assertEquals(diff.lines(), lines);
    }
  }
}
