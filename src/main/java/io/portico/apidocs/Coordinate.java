package io.portico.apidocs;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What leads to a place in an API. */
public enum Coordinate {
  PATH(
      "path",
      "/",
      Pattern.compile("/|(?:/[^/\\s]++)++").asMatchPredicate(),
      "Write the path from its first slash to its last segment, such as /pets/{petId}."),
  METHOD("method", "*", Methods.ALL::contains, "Choose an HTTP method, ANY, or * for all methods."),
  // API Gateway's own pattern; OpenAPI's "default" and "2XX" have no place in it.
  STATUS_CODE(
      "statusCode",
      "*",
      Pattern.compile("[1-5]\\d\\d|\\*").asMatchPredicate(),
      "Write a status code from 100 to 599, or * for all."),
  NAME("name", "", name -> !name.isEmpty(), "Say the name of what is documented here.");

  /** Stands for a method or status code that is not said. */
  static final String ANY_VALUE = "*";

  /** Of UTF-16 units, each: what inherits is looked up segment by segment. */
  private static final int MAX_LENGTH = 1_000;

  private final String key;
  private final String usual;
  private final Predicate<String> form;
  private final String advice;

  Coordinate(String key, String usual, Predicate<String> form, String advice) {
    this.key = key;
    this.usual = usual;
    this.form = form;
    this.advice = advice;
  }

  /** What a method may be, {@code *} for all among them. */
  public static Set<String> methods() {
    return Methods.ALL;
  }

  /** As API Gateway's JSON spells it. */
  public String key() {
    return key;
  }

  /**
   * The one spelling of a value: the usual one where none is given, nothing where the type has no
   * such coordinate.
   *
   * @param given may be null, as absent members of JSON are
   */
  public String normal(LocationType type, String given) {
    String value = given == null ? "" : given.strip();
    if (this == METHOD) {
      value = value.toUpperCase(Locale.ROOT);
    }
    if (type.has(this)) {
      return value.isEmpty() ? usual : value;
    }
    return value.equals(usual) ? "" : value;
  }

  /** What a person should do about a normal value; empty if it is fine. */
  public Optional<String> problem(LocationType type, String normal) {
    if (!type.has(this)) {
      return normal.isEmpty()
          ? Optional.empty()
          : Optional.of("Leave this empty: %s has no %s.".formatted(type, key));
    }
    if (normal.length() > MAX_LENGTH) {
      return Optional.of("Use at most %d characters.".formatted(MAX_LENGTH));
    }
    if (!isPrintable(normal)) {
      return Optional.of("Leave out control characters and halves of characters.");
    }
    return form.test(normal) ? Optional.empty() : Optional.of(advice);
  }

  /** Apart, because an enum's constants come before its own fields. */
  private static final class Methods {
    static final Set<String> ALL =
        Set.of("*", "ANY", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");
  }

  private static boolean isPrintable(String value) {
    return value
        .codePoints()
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
  }
}
