package io.portico.apidocs.importing;

import io.portico.apidocs.Change;
import io.portico.apidocs.JsonValue;
import io.portico.apidocs.JsonWriter;
import io.portico.apidocs.PlaceWords;
import io.portico.apidocs.Properties;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A change as people see it: only the keys that differ.
 *
 * @param kind in one word
 * @param before empty if nothing is there
 * @param after empty if nothing is left
 */
public record ChangeRow(String kind, String place, List<Text> before, List<Text> after) {
  /** More is seen in the editor; a page holds thousands of these. */
  static final int SHOWN = 1_000;

  private static final JsonValue.Members NOTHING = new JsonValue.Members(Map.of());

  /** What stands at a key, as text. */
  public record Text(String key, String value) {}

  static ChangeRow of(Change change) {
    JsonValue.Members before = change.before().map(Properties::root).orElse(NOTHING);
    JsonValue.Members after = change.after().map(Properties::root).orElse(NOTHING);
    return new ChangeRow(
        change.kind().name().toLowerCase(Locale.ROOT),
        PlaceWords.title(change.location()),
        differing(before, after),
        differing(after, before));
  }

  private static List<Text> differing(JsonValue.Members one, JsonValue.Members other) {
    return one.members().entrySet().stream()
        .filter(said -> !said.getValue().equals(other.members().get(said.getKey())))
        .map(said -> new Text(said.getKey(), text(said.getKey(), said.getValue())))
        .toList();
  }

  private static String text(String key, JsonValue value) {
    String whole = whole(key, value);
    return whole.length() > SHOWN
        ? whole.substring(0, whole.offsetByCodePoints(0, whole.codePointCount(0, SHOWN))) + "…"
        : whole;
  }

  private static String whole(String key, JsonValue value) {
    if (value instanceof JsonValue.Text said) {
      return said.text();
    }
    if (value instanceof JsonValue.Items list
        && list.items().stream().allMatch(JsonValue.Text.class::isInstance)) {
      return list.texts().collect(Collectors.joining(", "));
    }
    return JsonWriter.pretty(
        value instanceof JsonValue.Members object
            ? object
            : new JsonValue.Members(Map.of(key, value)));
  }
}
