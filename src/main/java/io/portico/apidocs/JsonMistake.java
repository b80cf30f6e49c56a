package io.portico.apidocs;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.portico.apidocs.InvalidProperties.Position;
import io.portico.apidocs.JsonReader.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Jackson's problems with a text, in words for people. */
public final class JsonMistake {
  private static final Pattern UNKNOWN_WORD = Pattern.compile("token '(.+?)(?:[.]{3})?':");

  /** Codes of characters, and features of Jackson. */
  private static final Pattern FOR_PROGRAMMERS =
      Pattern.compile(
          " ?[(](?:[(]CTRL-CHAR, code \\d+[)]|code \\d+[^)]*)[)]"
              + "|: enable `.*|: maybe a [(]non-standard[)] comment.*");

  private static final int MAX_SHOWN = 80;

  private JsonMistake() {}

  static Position position(JsonLocation location) {
    return new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }

  /** What Jackson could not read. */
  static RuntimeException in(JsonProcessingException problem, Refusal refusal) {
    Position position = position(problem.getLocation());
    String message = problem.getOriginalMessage();
    if (problem instanceof JsonEOFException) {
      return refusal.of(position, "The text ends too soon. Close what is open with \", ] or }.");
    }
    if (message.startsWith("Illegal unquoted character")) {
      return refusal.of(
          position,
          "A line break, tab or other control character stands in a text. Write it as \\n, \\t or"
              + " \\u0000.");
    }
    Matcher word = UNKNOWN_WORD.matcher(message);
    if (word.find()) {
      // Jackson has read the word by then.
      int start = Math.max(1, position.column() - word.group(1).length());
      return refusal.of(
          new Position(position.line(), start),
          "\"%s\" is no value of JSON. Write texts in double quotes."
              .formatted(shown(word.group(1))));
    }
    return refusal.of(
        position,
        "This is not valid JSON. " + FOR_PROGRAMMERS.matcher(message).replaceAll("") + ".");
  }

  /** What somebody wrote, fit for a message: that may end in a log or on a terminal. */
  public static String shown(String word) {
    StringBuilder shown = new StringBuilder();
    word.codePoints()
        .limit(MAX_SHOWN)
        .map(c -> Character.isISOControl(c) ? '\ufffd' : c)
        .forEach(shown::appendCodePoint);
    return shown.length() < word.length() ? shown + "…" : shown.toString();
  }
}
