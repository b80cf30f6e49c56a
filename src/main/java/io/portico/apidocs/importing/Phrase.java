package io.portico.apidocs.importing;

import io.portico.apidocs.InvalidProperties;
import io.portico.apidocs.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text to find in others, taken literally. */
final class Phrase {
  /** Of UTF-16 units; a search compares it at every character of a draft. */
  static final int MAX_LENGTH = 1_000;

  private static final Pattern OF_A_WORD = Pattern.compile("\\w", Pattern.UNICODE_CHARACTER_CLASS);

  private final Pattern pattern;

  /**
   * @param matchCase whether capitals differ from small letters
   * @param wholeWords whether it begins and ends where words do; a sign at its edge is no word
   * @throws InvalidReplacement if it is empty, too long or ends within a character
   */
  Phrase(String text, boolean matchCase, boolean wholeWords) {
    if (text.isEmpty()) {
      throw new InvalidReplacement("Say what to find.");
    }
    if (text.length() > MAX_LENGTH) {
      throw new InvalidReplacement(
          "This is too long to find. Use at most %d characters.".formatted(MAX_LENGTH));
    }
    requireWhole(text);
    String first = Character.toString(text.codePointAt(0));
    String last = Character.toString(text.codePointBefore(text.length()));
    // Letters and their cases are Unicode's by the one flag.
    pattern =
        Pattern.compile(
            edge(wholeWords, first) + Pattern.quote(text) + edge(wholeWords, last),
            Pattern.UNICODE_CHARACTER_CLASS | (matchCase ? 0 : Pattern.CASE_INSENSITIVE));
  }

  private static String edge(boolean wholeWords, String sign) {
    return wholeWords && OF_A_WORD.matcher(sign).matches() ? "\\b" : "";
  }

  /**
   * @throws InvalidReplacement if a surrogate stands alone
   */
  static void requireWhole(String text) {
    if (!Properties.isWhole(text)) {
      throw new InvalidReplacement(
          "The text has a broken character, often half of an emoji. Delete it and type it again.");
    }
  }

  /**
   * That text with another one wherever this stands.
   *
   * @throws InvalidProperties if it becomes longer than any part, before it fills the memory
   */
  String replacedIn(String text, String replacement) {
    String literal = Matcher.quoteReplacement(replacement);
    Matcher found = pattern.matcher(text);
    StringBuilder replaced = new StringBuilder();
    while (found.find()) {
      found.appendReplacement(replaced, literal);
      if (replaced.length() > Properties.MAX_BYTES) {
        throw tooLong();
      }
    }
    return found.appendTail(replaced).toString();
  }

  static InvalidProperties tooLong() {
    return new InvalidProperties("This becomes longer than the 64 KiB that a part has.");
  }
}
