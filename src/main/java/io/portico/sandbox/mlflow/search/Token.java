package io.portico.sandbox.mlflow.search;

import java.util.Locale;

/** One lexical piece of a filter or of an order. */
record Token(Type type, String text) {

  enum Type {
    WORD,
    NUMBER,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    BACK_QUOTED,
    COMPARATOR,
    PUNCTUATION,
    END
  }

  boolean is(String keyword) {
    return switch (type) {
      case WORD, PUNCTUATION -> text.toUpperCase(Locale.ROOT).equals(keyword);
      default -> false;
    };
  }

  boolean isText() {
    return type == Type.SINGLE_QUOTED || type == Type.DOUBLE_QUOTED;
  }

  boolean isQuotedKey() {
    return type == Type.BACK_QUOTED || type == Type.DOUBLE_QUOTED;
  }

  /** How a message names it. */
  String shown() {
    return type == Type.END ? "the end" : "'" + text + "'";
  }
}
