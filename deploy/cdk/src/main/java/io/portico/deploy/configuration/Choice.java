package io.portico.deploy.configuration;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** One of a few words. */
final class Choice {
  private Choice() {}

  static <E extends Enum<E>> E of(Section section, String key, E[] choices, E otherwise) {
    String word = section.text(key, Form.LINE).orElse("");
    return Arrays.stream(choices)
        .filter(choice -> label(choice).equals(word))
        .findFirst()
        .orElseGet(
            () -> {
              section.mistake(
                  key,
                  "write one of "
                      + Arrays.stream(choices)
                          .map(Choice::label)
                          .collect(Collectors.joining(", ")));
              return otherwise;
            });
  }

  private static String label(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }
}
