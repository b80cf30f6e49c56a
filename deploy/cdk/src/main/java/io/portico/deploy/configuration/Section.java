package io.portico.deploy.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A part of the file. What it lacks, what does not fit and what nobody asked for becomes a mistake;
 * reading goes on with something harmless, so that all mistakes are found in one pass.
 */
final class Section {
  private final String path;
  private final JsonNode node;
  private final List<Mistake> mistakes;
  private final Set<String> asked = new HashSet<>();
  private final Map<String, Section> below = new LinkedHashMap<>();

  private Section(String path, JsonNode node, List<Mistake> mistakes) {
    this.path = path;
    this.node = node;
    this.mistakes = mistakes;
    if (!node.isObject() && !node.isMissingNode()) {
      mistake("", "write properties here, each on a line of its own");
    }
  }

  static Section root(JsonNode node, List<Mistake> mistakes) {
    return new Section("", node, mistakes);
  }

  void mistake(String key, String remedy) {
    mistakes.add(new Mistake(property(key), remedy));
  }

  private String property(String key) {
    if (key.isEmpty()) {
      return path.isEmpty() ? "the file" : path;
    }
    return path.isEmpty() ? key : path + "." + key;
  }

  private JsonNode at(String key) {
    asked.add(key);
    JsonNode found = node.path(key);
    return found.isNull() ? MissingNode.getInstance() : found;
  }

  boolean has(String key) {
    return !at(key).isMissingNode();
  }

  Optional<String> text(String key, Form form) {
    JsonNode found = at(key);
    return found.isMissingNode() ? Optional.empty() : text(key, found, form);
  }

  private Optional<String> text(String key, JsonNode found, Form form) {
    if (!found.isTextual()) {
      mistake(key, form.remedy() + " (YAML took it for something else: use quotation marks)");
      return Optional.empty();
    }
    if (!form.fits(found.textValue())) {
      mistake(key, form.remedy());
      return Optional.empty();
    }
    return Optional.of(found.textValue());
  }

  String required(String key, Form form) {
    if (!has(key)) {
      mistake(key, "is missing; " + form.remedy());
    }
    return text(key, form).orElse("");
  }

  List<String> texts(String key, Form form) {
    JsonNode found = at(key);
    if (found.isMissingNode()) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    (found.isArray() ? found : List.of(found))
        .forEach(one -> text(key, one, form).ifPresent(texts::add));
    return texts;
  }

  int number(String key, int otherwise, int least, int most) {
    JsonNode found = at(key);
    if (found.isMissingNode()) {
      return otherwise;
    }
    if (!found.isInt() || found.intValue() < least || found.intValue() > most) {
      mistake(key, "write a whole number from " + least + " to " + most);
      return otherwise;
    }
    return found.intValue();
  }

  /** In steps of a half, as Aurora counts its capacity. */
  double halves(String key, double otherwise, double least, double most) {
    JsonNode found = at(key);
    if (found.isMissingNode()) {
      return otherwise;
    }
    double value = found.doubleValue();
    if (!found.isNumber() || value < least || value > most || value * 2 % 1 != 0) {
      mistake(key, "write a number from " + least + " to " + most + " in steps of 0.5");
      return otherwise;
    }
    return value;
  }

  boolean flag(String key, boolean otherwise) {
    JsonNode found = at(key);
    if (found.isMissingNode()) {
      return otherwise;
    }
    if (!found.isBoolean()) {
      mistake(key, "write true or false");
    }
    return found.asBoolean(otherwise);
  }

  Section section(String key) {
    return below.computeIfAbsent(key, k -> new Section(property(k), at(k), mistakes));
  }

  <T> Optional<T> optional(String key, Function<Section, T> reading) {
    return has(key) ? Optional.of(reading.apply(section(key))) : Optional.empty();
  }

  /** Everything in here by its name, in alphabetical order. */
  <T> Map<String, T> each(Form name, Function<String, T> reading) {
    Map<String, T> all = new TreeMap<>();
    node.fieldNames()
        .forEachRemaining(
            key -> {
              asked.add(key);
              if (!name.fits(key)) {
                mistake(key.replaceAll("\\p{Cntrl}", "?"), name.remedy());
              } else {
                if (all.keySet().stream().anyMatch(key::equalsIgnoreCase)) {
                  mistake(key, "another differs in capitals alone; the portal takes only one");
                }
                all.put(key, reading.apply(key));
              }
            });
    return new LinkedHashMap<>(all);
  }

  /** Names what nobody asked for, here and below. */
  void close() {
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!asked.contains(key)) {
                mistake(
                    key.replaceAll("\\p{Cntrl}", "?"),
                    "there is no such property; known here: "
                        + String.join(", ", asked.stream().sorted().toList()));
              }
            });
    below.values().forEach(Section::close);
  }
}
