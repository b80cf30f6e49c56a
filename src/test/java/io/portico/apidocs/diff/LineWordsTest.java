package io.portico.apidocs.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LineWordsTest {
  private static final List<Integer> CODE_POINTS =
      List.of(
          (int) 'a', (int) '7', (int) ' ', (int) '.', (int) '_', 0x301, 0x20e3, 0x200d, 0xfe0f,
          0x1f469, 0x1f680, 0x1f3fd, 0x1d11e, 0x6f22, 0x3042, 0x0e01, 0x0e33, 0x1100, 0x1161,
          0xac00, 0x1f1e9, 0xd800, 0xdc00, 0x0d, 0x00);

  @Test
  void lettersAndDigitsStandTogether() {
    assertEquals(List.of("Lists", " ", "pet_2", "."), LineWords.of("Lists pet_2."));
    assertEquals(List.of("Größe", "  ", "größer"), LineWords.of("Größe  größer"));
    assertEquals(List.of("don", "'", "t"), LineWords.of("don't"));
    assertEquals(List.of("*", "*", "bold", "*", "*"), LineWords.of("**bold**"));
    assertEquals(List.of("цена", ":", "\t", "١٢"), LineWords.of("цена:\t١٢"));
    assertEquals(List.of(), LineWords.of(""));
  }

  @Test
  void wordsWithNothingBetweenThemAreSigns() {
    assertEquals(List.of("漢", "字", "A1", "か", "な"), LineWords.of("漢字A1かな"));
    assertEquals(List.of("한국어", " ", "글"), LineWords.of("한국어 글"));
  }

  @Test
  void whatIsOneSignOnPaperIsOne() {
    assertEquals(List.of("cafe\u0301s"), LineWords.of("cafe\u0301s"));
    assertEquals(List.of("👩‍🚀", "👍🏽", "🇩🇪", "🇫🇷"), LineWords.of("👩‍🚀👍🏽🇩🇪🇫🇷"));
    assertEquals(List.of(".\u0301", "."), LineWords.of(".\u0301."));
  }

  @Test
  void noWordStartsInsideOfASign() {
    Random random = new Random(1);
    for (int i = 0; i < 3_000; i++) {
      String line =
          random
              .ints(random.nextInt(20), 0, CODE_POINTS.size())
              .mapToObj(at -> Character.toString(CODE_POINTS.get(at)))
              .collect(Collectors.joining());
      List<String> words = LineWords.of(line);
      assertEquals(line, String.join("", words));
      int start = 0;
      for (String word : words) {
        assertFalse(word.isEmpty());
        assertFalse(start > 0 && isInside(line, start), () -> words.toString());
        start += word.length();
      }
    }
  }

  private static boolean isInside(String line, int at) {
    int before = line.codePointBefore(at);
    return Character.isSurrogatePair(line.charAt(at - 1), line.charAt(at))
        || isMark(line.codePointAt(at)) && !isAlone(before);
  }

  /** As Unicode has it: no mark belongs to a control character or half of a surrogate pair. */
  private static boolean isAlone(int codePoint) {
    return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
  }

  private static boolean isMark(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
      default -> codePoint == 0x200d;
    };
  }
}
