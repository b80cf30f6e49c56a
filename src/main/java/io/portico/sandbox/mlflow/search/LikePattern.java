package io.portico.sandbox.mlflow.search;

import java.util.Locale;

/** A SQL LIKE pattern: {@code %} stands for any characters, {@code _} for one. */
record LikePattern(String pattern) {

  boolean matchesIgnoringCase(String text) {
    return new LikePattern(pattern.toLowerCase(Locale.ROOT)).matches(text.toLowerCase(Locale.ROOT));
  }

  // By hand, since a regular expression of many % would take exponential time: only the last % seen
  // ever has to give way, so this is at worst the product of both lengths.
  boolean matches(String text) {
    int at = 0;
    int next = 0;
    int lastPercent = -1;
    int retry = 0;
    while (at < text.length()) {
      if (next < pattern.length() && pattern.charAt(next) == '%') {
        lastPercent = next++;
        retry = at;
      } else if (next < pattern.length() && fits(pattern.charAt(next), text.charAt(at))) {
        next++;
        at++;
      } else if (lastPercent >= 0) {
        next = lastPercent + 1;
        at = ++retry;
      } else {
        return false;
      }
    }
    return pattern.substring(next).chars().allMatch(rest -> rest == '%');
  }

  private static boolean fits(char expected, char actual) {
    return expected == '_' || expected == actual;
  }
}
