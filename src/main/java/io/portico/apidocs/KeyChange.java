package io.portico.apidocs;

import io.portico.apidocs.JsonValue.Members;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is different about one key of a part. Two objects are compared key by key, all else as a
 * whole.
 *
 * @param before empty if nothing was there
 * @param after empty if nothing is left
 */
public record KeyChange(KeyPath path, Optional<JsonValue> before, Optional<JsonValue> after) {
  static List<KeyChange> between(Members before, Members after) {
    List<KeyChange> changes = new ArrayList<>();
    collect(List.of(), before, after, changes);
    return List.copyOf(changes);
  }

  private static void collect(
      List<String> outer, Members before, Members after, List<KeyChange> changes) {
    Set<String> keys = new LinkedHashSet<>(before.members().keySet());
    keys.addAll(after.members().keySet());
    for (String key : keys) {
      List<String> path = new ArrayList<>(outer);
      path.add(key);
      JsonValue was = before.members().get(key);
      JsonValue is = after.members().get(key);
      if (was instanceof Members one && is instanceof Members other) {
        collect(path, one, other, changes);
      } else if (was == null || !was.equals(is)) {
        changes.add(
            new KeyChange(new KeyPath(path), Optional.ofNullable(was), Optional.ofNullable(is)));
      }
    }
  }

  public Change.Kind kind() {
    return Change.Kind.of(before, after);
  }
}
