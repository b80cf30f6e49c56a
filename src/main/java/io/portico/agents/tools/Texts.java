package io.portico.agents.tools;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What MLflow's JSON says, read without trust in its form, and kept short. */
final class Texts {
  private static final String ELLIPSIS = "…";

  private Texts() {}

  /** At most that many characters. */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + ELLIPSIS;
  }

  /** A text; numbers as they are written. Empty where there is none. */
  static Optional<String> text(JsonObject of, String key) {
    Object value = of.getValue(key);
    return value instanceof String || value instanceof Number
        ? Optional.of(value.toString()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  /** A time that MLflow writes in milliseconds, in ISO 8601. */
  static Optional<String> time(JsonObject of, String key) {
    return text(of, key)
        .filter(text -> text.matches("[1-9]\\d{0,14}"))
        .map(text -> Instant.ofEpochMilli(Long.parseLong(text)).toString());
  }

  static JsonObject object(JsonObject of, String key) {
    return of.getValue(key) instanceof JsonObject object ? object : new JsonObject();
  }

  static Stream<JsonObject> objects(JsonObject of, String key) {
    return of.getValue(key) instanceof JsonArray array
        ? array.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast)
        : Stream.empty();
  }

  static List<String> texts(JsonObject of, String key) {
    return of.getValue(key) instanceof JsonArray array
        ? array.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }
}
