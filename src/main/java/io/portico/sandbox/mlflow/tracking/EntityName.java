package io.portico.sandbox.mlflow.tracking;

import java.util.regex.Pattern;

/** The rules that names and keys obey. */
final class EntityName {
  private static final int MAX_LENGTH = 250;
  private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{N}_./: -]+");

  private EntityName() {}

  static String requireName(String name) {
    if (name.isBlank()) {
      throw TrackingException.invalid("A name must not be blank");
    }
    return requireLength("name", name, MAX_LENGTH);
  }

  static String requireKey(String key) {
    if (!KEY.matcher(key).matches()) {
      throw TrackingException.invalid(
          "The key '%s' may hold letters, digits, underscores, dashes, dots, spaces, colons and slashes"
              .formatted(key));
    }
    return requireLength("key", key, MAX_LENGTH);
  }

  static String requireLength(String what, String text, int length) {
    if (text.length() > length) {
      throw TrackingException.invalid(
          "The %s has %d characters; %d are allowed".formatted(what, text.length(), length));
    }
    return text;
  }
}
