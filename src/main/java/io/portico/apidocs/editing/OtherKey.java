package io.portico.apidocs.editing;

import io.portico.apidocs.Field;
import io.portico.apidocs.JsonValue;
import io.portico.apidocs.KeyPath;
import io.portico.apidocs.LocationType;
import io.portico.apidocs.Properties;
import io.portico.apidocs.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A key of a part that no field is for.
 *
 * @param value in a few words
 */
public record OtherKey(KeyPath path, String value, Reach reach) {
  static List<OtherKey> of(LocationType type, Properties properties) {
    List<KeyPath> fields = Field.of(type).stream().map(Field::path).toList();
    return below(List.of(), properties.root(), fields)
        .map(
            path ->
                new OtherKey(
                    path, words(properties.value(path).orElseThrow()), Reach.of(type, path)))
        .toList();
  }

  private static Stream<KeyPath> below(
      List<String> outer, JsonValue.Members object, List<KeyPath> fields) {
    return object.members().entrySet().stream()
        .flatMap(
            member -> {
              List<String> keys = new ArrayList<>(outer);
              keys.add(member.getKey());
              if (fields.contains(new KeyPath(keys))) {
                return Stream.empty();
              }
              boolean leadsToFields = fields.stream().anyMatch(field -> isBelow(field, keys));
              return leadsToFields && member.getValue() instanceof JsonValue.Members inner
                  ? below(keys, inner, fields)
                  : Stream.of(new KeyPath(keys));
            });
  }

  private static boolean isBelow(KeyPath field, List<String> keys) {
    return field.keys().size() > keys.size() && field.keys().subList(0, keys.size()).equals(keys);
  }

  private static String words(JsonValue value) {
    if (value instanceof JsonValue.Text string) {
      return string.text();
    }
    if (value instanceof JsonValue.Literal literal) {
      return literal.written();
    }
    return value instanceof JsonValue.Items ? "a list" : "an object";
  }
}
