package io.portico.apidocs.publishing;

import io.portico.apidocs.Change;
import io.portico.apidocs.Comparison;
import io.portico.apidocs.Counts;
import io.portico.apidocs.Location;
import io.portico.apidocs.diff.ChangedPlace;
import java.util.List;
import java.util.Optional;

/**
 * What is different between two sides, as much of it as a page holds.
 *
 * @param counts of all there is
 * @param matching how many places the filter lets pass
 * @param first the number of the first place shown, from 1
 * @param shown in the order of the API
 */
public record Differences(Counts counts, int matching, int first, List<ChangedPlace> shown) {
  /** Each has room of its own, so that browsers stay quick. */
  static final int ON_A_PAGE = 25;

  static Differences of(Comparison comparison, CompareForm form) {
    Optional<Location> alone = form.place();
    List<Change> matching =
        comparison.changes().stream()
            .filter(
                change -> alone.map(change.location()::equals).orElseGet(() -> form.lets(change)))
            .toList();
    int pages = Math.max(1, (matching.size() + ON_A_PAGE - 1) / ON_A_PAGE);
    int start = (Math.min(form.number(), pages) - 1) * ON_A_PAGE;
    return new Differences(
        comparison.counts(),
        matching.size(),
        start + 1,
        matching.stream()
            .skip(start)
            .limit(ON_A_PAGE)
            .map(change -> ChangedPlace.of(change, alone.isPresent()))
            .toList());
  }

  /** How many places differ. */
  public int all() {
    return counts.added() + counts.changed() + counts.removed();
  }

  /** The number of the last place shown. */
  public int last() {
    return first - 1 + shown.size();
  }

  /** Of the page, from 1. */
  int number() {
    return 1 + first / ON_A_PAGE;
  }

  public boolean isAll() {
    return shown.size() == matching;
  }
}
