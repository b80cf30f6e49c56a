package io.portico.apidocs.proposing;

import io.portico.apidocs.Change;
import io.portico.apidocs.DocumentationPart;
import io.portico.apidocs.Draft;
import io.portico.apidocs.Entry;
import io.portico.apidocs.InvalidProperties;
import io.portico.apidocs.Location;
import io.portico.apidocs.Properties;
import io.portico.apidocs.diff.ChangedPlace;
import java.util.Optional;

/**
 * What keys would change at a place of a draft.
 *
 * @param before the place's own text; empty if it has none
 * @param after empty if it would be too long
 * @param hides whose text the place takes now, and would take no more
 * @param obstacle why they cannot be set, and what to do
 */
public record Prospect(
    Location place,
    Optional<Properties> before,
    Optional<Properties> after,
    Optional<Location> hides,
    Optional<String> obstacle) {
  private static final String TOO_MUCH =
      "This is more than a page can show, and a person reads all of it. Propose less at once.";

  private static final String NOTHING_THERE =
      "The API has nothing at this place, and nothing takes a text from it. Choose a place of its"
          + " contents.";

  static Prospect of(Draft draft, Location place, Properties keys) {
    Optional<Entry> entry =
        draft.contents().entries().filter(each -> each.location().equals(place)).findFirst();
    Optional<Properties> before =
        draft.documentation().at(place).map(DocumentationPart::properties);
    Optional<Location> hides =
        entry
            .filter(each -> each.state() == Entry.State.INHERITED)
            .flatMap(Entry::part)
            .map(DocumentationPart::location);
    boolean isThere = entry.filter(each -> each.state() != Entry.State.ORPHAN).isPresent();
    try {
      Optional<Properties> after = Optional.of(laid(keys, before));
      return new Prospect(place, before, after, hides, obstacle(isThere, place, before, after));
    } catch (InvalidProperties e) {
      return new Prospect(place, before, Optional.empty(), hides, Optional.of(e.getMessage()));
    }
  }

  private static Optional<String> obstacle(
      boolean isThere, Location place, Optional<Properties> before, Optional<Properties> after) {
    if (!isThere) {
      return Optional.of(NOTHING_THERE);
    }
    return difference(place, before, after).isWhole() ? Optional.empty() : Optional.of(TOO_MUCH);
  }

  /**
   * A text with keys set in it.
   *
   * @throws InvalidProperties if that makes it too long
   */
  static Properties laid(Properties keys, Optional<Properties> over) {
    return over.orElseGet(Properties::none).with(keys);
  }

  /** Whether a text says already what keys would make it say, in whatever order. */
  static boolean isSaid(Optional<Properties> text, Properties keys) {
    try {
      return text.isPresent() && laid(keys, text).root().equals(text.get().root());
    } catch (InvalidProperties tooLong) {
      return false;
    }
  }

  /** Whether there is nothing to change. */
  public boolean isSaid() {
    return after.map(Properties::root).equals(before.map(Properties::root));
  }

  public boolean isPossible() {
    return obstacle.isEmpty() && !isSaid();
  }

  /** What is different then, as people read it. */
  public ChangedPlace difference() {
    return difference(place, before, after);
  }

  private static ChangedPlace difference(
      Location place, Optional<Properties> before, Optional<Properties> after) {
    return ChangedPlace.of(new Change(place, before, after), true);
  }
}
