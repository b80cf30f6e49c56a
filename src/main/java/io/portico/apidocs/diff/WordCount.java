package io.portico.apidocs.diff;

import java.util.HashMap;
import java.util.Map;

/**
 * How often a line has which word, in any order.
 *
 * @param words how many there are, without signs and blanks
 */
record WordCount(String line, Map<String, Integer> times, int words) {
  static WordCount of(String line) {
    Map<String, Integer> times = new HashMap<>();
    int words = 0;
    for (String word : LineWords.of(line)) {
      if (Character.isLetterOrDigit(word.codePointAt(0))) {
        times.merge(word, 1, Integer::sum);
        words++;
      }
    }
    return new WordCount(line, times, words);
  }

  /** Whether a third of the words of both is in both, so that one may be a version of the other. */
  boolean isLike(WordCount other) {
    if (other.times.size() < times.size()) {
      return other.isLike(this);
    }
    int common =
        times.entrySet().stream()
            .mapToInt(word -> Math.min(word.getValue(), other.times.getOrDefault(word.getKey(), 0)))
            .sum();
    return common > 0 && 3 * 2 * common >= words + other.words;
  }
}
