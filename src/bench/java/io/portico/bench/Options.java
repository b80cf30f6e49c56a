package io.portico.bench;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The words of a command line, each {@code name=value}: numbers are settings, addresses are other
 * proxies.
 */
record Options(Map<String, String> values) {
  static Options of(String... arguments) {
    return new Options(
        Arrays.stream(arguments)
            .map(Options::split)
            .collect(Collectors.toMap(p -> p[0], p -> p[1], (a, b) -> b, LinkedHashMap::new)));
  }

  private static String[] split(String argument) {
    String[] parts = argument.split("=", 2);
    if (parts.length < 2 || parts[0].isEmpty()) {
      throw new IllegalArgumentException("Not name=value: " + argument);
    }
    return parts;
  }

  int number(String name, int otherwise) {
    return Integer.parseInt(values.getOrDefault(name, Integer.toString(otherwise)));
  }

  String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  /** In the order given. */
  List<Contender> contenders() {
    return values.entrySet().stream()
        .filter(option -> option.getValue().startsWith("http"))
        .map(option -> Contender.at(option.getKey(), URI.create(option.getValue())))
        .toList();
  }
}
