package io.portico.apidocs.importing;

import io.portico.apidocs.Documentation;
import io.portico.apidocs.DocumentationPart;
import io.portico.apidocs.InvalidProperties;
import io.portico.apidocs.JsonValue;
import io.portico.apidocs.KeyPath;
import io.portico.apidocs.Location;
import io.portico.apidocs.LocationType;
import io.portico.apidocs.Properties;
import io.portico.apidocs.importing.Replaced.TextChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One text for another, in many parts at once. Keys stay, and so does what is no string.
 *
 * @param types of the places to search; all if there are none
 * @param keys the outermost ones to search below; all if there are none
 */
record Replacement(Phrase phrase, String replacement, Set<LocationType> types, Set<String> keys) {
  /**
   * @throws InvalidReplacement if the replacement ends within a character
   */
  Replacement {
    Phrase.requireWhole(replacement);
    types = Set.copyOf(types);
    keys = Set.copyOf(keys);
  }

  /** What it would do; a part that would be too long is refused, and the others are not. */
  Replaced in(Documentation documentation) {
    List<TextChange> changes = new ArrayList<>();
    Map<Location, Properties> parts = new LinkedHashMap<>();
    Map<Location, String> refused = new LinkedHashMap<>();
    for (DocumentationPart part : searched(documentation)) {
      Pass pass = new Pass(this, part.location());
      try {
        JsonValue.Members root = pass.over(part.properties().root());
        if (!pass.changes.isEmpty()) {
          parts.put(part.location(), Properties.of(root));
          changes.addAll(pass.changes);
        }
      } catch (InvalidProperties e) {
        refused.put(part.location(), e.getMessage());
      }
    }
    return new Replaced(changes, parts, refused);
  }

  private List<DocumentationPart> searched(Documentation documentation) {
    return documentation.parts().stream()
        .filter(part -> types.isEmpty() || types.contains(part.location().type()))
        .sorted(Comparator.comparing(DocumentationPart::location))
        .toList();
  }

  /** The way through one part. */
  private static final class Pass {
    private final Replacement wanted;
    private final Location location;
    private final List<TextChange> changes = new ArrayList<>();
    private int length;

    Pass(Replacement wanted, Location location) {
      this.wanted = wanted;
      this.location = location;
    }

    JsonValue.Members over(JsonValue.Members root) {
      Map<String, JsonValue> members = new LinkedHashMap<>(root.members());
      members.replaceAll(
          (key, value) ->
              wanted.keys.isEmpty() || wanted.keys.contains(key)
                  ? over(value, List.of(key))
                  : value);
      return new JsonValue.Members(members);
    }

    private JsonValue over(JsonValue value, List<String> path) {
      if (value instanceof JsonValue.Text text) {
        return new JsonValue.Text(over(text.text(), path));
      }
      if (value instanceof JsonValue.Members object) {
        Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
        members.replaceAll((key, member) -> over(member, plus(path, key)));
        return new JsonValue.Members(members);
      }
      if (value instanceof JsonValue.Items list) {
        List<JsonValue> items = new ArrayList<>();
        for (JsonValue item : list.items()) {
          items.add(over(item, plus(path, Integer.toString(items.size()))));
        }
        return new JsonValue.Items(items);
      }
      return value;
    }

    private String over(String before, List<String> path) {
      String after = wanted.phrase.replacedIn(before, wanted.replacement);
      length += after.length();
      if (length > Properties.MAX_BYTES) {
        // Thousands of short texts could fill the memory before the part is put together.
        throw Phrase.tooLong();
      }
      if (!after.equals(before)) {
        changes.add(new TextChange(location, new KeyPath(path), before, after));
      }
      return after;
    }

    private static List<String> plus(List<String> path, String key) {
      List<String> longer = new ArrayList<>(path);
      longer.add(key);
      return longer;
    }
  }
}
