package io.portico.sandbox.mlflow.search;

import io.portico.sandbox.mlflow.search.Token.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts the text of a search into tokens. */
final class Lexer {
  // Possessive throughout: a hostile text costs no more than its length.
  private static final Pattern SPACE = Pattern.compile("\\s*+");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?+(?:\\d++(?:\\.\\d*+)?+|\\.\\d++)(?:[eE][+-]?+\\d++)?+(?![\\w.])");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_./:-]*+");
  private static final Pattern COMPARATOR = Pattern.compile("!=|>=|<=|[=<>]");
  private static final Pattern PUNCTUATION = Pattern.compile("[(),]");

  private final String text;
  private int position;

  private Lexer(String text) {
    this.text = text;
  }

  /** The tokens of that text; the last one is the end. */
  static List<Token> tokens(String text) {
    Lexer lexer = new Lexer(text);
    List<Token> tokens = new ArrayList<>();
    do {
      tokens.add(lexer.next());
    } while (tokens.get(tokens.size() - 1).type() != Type.END);
    return tokens;
  }

  private Token next() {
    take(SPACE);
    if (position == text.length()) {
      return new Token(Type.END, "");
    }
    return switch (text.charAt(position)) {
      case '\'' -> quoted(Type.SINGLE_QUOTED);
      case '"' -> quoted(Type.DOUBLE_QUOTED);
      case '`' -> quoted(Type.BACK_QUOTED);
      default -> unquoted();
    };
  }

  private Token unquoted() {
    String found = take(NUMBER);
    if (found != null) {
      return new Token(Type.NUMBER, found);
    }
    found = take(WORD);
    if (found != null) {
      return new Token(Type.WORD, found);
    }
    found = take(COMPARATOR);
    if (found != null) {
      return new Token(Type.COMPARATOR, found);
    }
    found = take(PUNCTUATION);
    if (found != null) {
      return new Token(Type.PUNCTUATION, found);
    }
    throw new InvalidSearchException(
        "Unexpected character '%s' at position %d"
            .formatted(Character.toString(text.codePointAt(position)), position));
  }

  private Token quoted(Type type) {
    char quote = text.charAt(position);
    int end = text.indexOf(quote, position + 1);
    if (end < 0) {
      throw new InvalidSearchException("The quote at position " + position + " is never closed");
    }
    String content = text.substring(position + 1, end);
    position = end + 1;
    return new Token(type, content);
  }

  private String take(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(position, text.length());
    matcher.useTransparentBounds(true);
    if (!matcher.lookingAt()) {
      return null;
    }
    position = matcher.end();
    return matcher.group();
  }
}
