package io.portico.apidocs.diff;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people see as words of a line: letters and digits that stand together, blanks that do, and
 * every other sign alone. None ends inside of what is one sign on paper.
 */
final class LineWords {
  private static final Pattern GRAPHEME = Pattern.compile("\\X");

  /** Which put nothing between their words. */
  private static final Set<UnicodeScript> UNSPACED =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private enum Kind {
    WORD,
    BLANK,
    SIGN;

    static Kind of(int codePoint) {
      if (Character.isWhitespace(codePoint)) {
        return BLANK;
      }
      boolean word = Character.isLetterOrDigit(codePoint) || codePoint == '_';
      return word && !UNSPACED.contains(UnicodeScript.of(codePoint)) ? WORD : SIGN;
    }
  }

  private LineWords() {}

  /** All of the line, in pieces. */
  static List<String> of(String line) {
    List<String> words = new ArrayList<>();
    Matcher graphemes = GRAPHEME.matcher(line);
    int start = 0;
    Kind last = Kind.SIGN;
    while (graphemes.find()) {
      Kind kind = Kind.of(line.codePointAt(graphemes.start()));
      if (graphemes.start() > start && (kind != last || kind == Kind.SIGN)) {
        words.add(line.substring(start, graphemes.start()));
        start = graphemes.start();
      }
      last = kind;
    }
    if (start < line.length()) {
      words.add(line.substring(start));
    }
    return words;
  }
}
