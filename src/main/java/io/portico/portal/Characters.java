package io.portico.portal;

import java.util.function.IntPredicate;

/** What a text is made of. Every request's texts are looked through, so without a stream. */
public final class Characters {
  private Characters() {}

  /** Whether every char of a text is one of the allowed; an empty text has none that is not. */
  public static boolean all(String text, IntPredicate allowed) {
    for (int i = 0; i < text.length(); i++) {
      if (!allowed.test(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
