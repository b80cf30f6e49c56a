package io.portico.sandbox.sigv4;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The header fields of a request in the order received; names match without regard to case (RFC
 * 9110, 5.1).
 *
 * @param fields name and value of each field line, as received
 */
public record HeaderFields(List<Map.Entry<String, String>> fields) {

  public HeaderFields {
    fields = List.copyOf(fields);
  }

  /** The values of every field line of that name, in order; empty when there is none. */
  public List<String> values(String name) {
    return fields.stream()
        .filter(field -> field.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Whether at least one field line bears that name. */
  public boolean has(String name) {
    return !values(name).isEmpty();
  }

  /** All names, each once, in lower case. */
  public SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    fields.forEach(field -> names.add(field.getKey().toLowerCase(Locale.ROOT)));
    return names;
  }

  /** The value as it is signed: trimmed, runs of blanks made one, lines joined by a comma. */
  String canonicalValue(String name) {
    return values(name).stream()
        .map(value -> value.strip().replaceAll("\\s+", " "))
        .collect(joining(","));
  }
}
