package io.portico.apidocs.diff;

import io.portico.apidocs.Change;
import io.portico.apidocs.KeyChange;
import io.portico.apidocs.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is different about one place, as people read it.
 *
 * @param keys as many of them as there was room for
 * @param isWhole whether that is all
 */
public record ChangedPlace(
    Location location, Change.Kind kind, List<ChangedKey> keys, boolean isWhole) {
  /** Among others; who wants all of it opens it alone. */
  static final int ROOM_AMONG_OTHERS = 6_000;

  /** Alone; browsers falter at more. */
  static final int ROOM_ALONE = 400_000;

  private static final int FRAME = 100;

  /**
   * With as many of its keys as there is room for.
   *
   * @param alone whether the page shows nothing else
   */
  public static ChangedPlace of(Change change, boolean alone) {
    int room = alone ? ROOM_ALONE : ROOM_AMONG_OTHERS;
    boolean all = true;
    List<ChangedKey> keys = new ArrayList<>();
    for (KeyChange different : change.keys()) {
      if (room <= 0) {
        all = false;
        break;
      }
      ChangedKey key = ChangedKey.of(different, alone, room);
      keys.add(key);
      room -= FRAME + key.size();
      all &= key.hidden() == 0;
    }
    return new ChangedPlace(change.location(), change.kind(), keys, all);
  }

  public String label() {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
