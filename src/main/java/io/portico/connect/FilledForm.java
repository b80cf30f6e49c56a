package io.portico.connect;

import java.util.Map;

/**
 * The form as somebody left it.
 *
 * @param problems by field, in words for people
 */
public record FilledForm(TokenForm form, Map<String, String> problems, Lifetimes lifetimes) {

  static FilledForm empty(Lifetimes lifetimes) {
    return new FilledForm(TokenForm.empty(lifetimes.usual()), Map.of(), lifetimes);
  }
}
