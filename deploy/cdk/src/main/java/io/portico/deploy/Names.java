package io.portico.deploy;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names of constructs. */
final class Names {
  private Names() {}

  /** {@code churn-model} as {@code ChurnModel}. */
  static String capitalised(String name) {
    return Arrays.stream(name.split("-"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }
}
