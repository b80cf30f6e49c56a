package io.portico.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** What everybody did to one thing, for those who may see that thing. */
@ApplicationScoped
public class History {
  private static final int ON_A_PAGE = 50;

  private final ActivityTable table;

  /**
   * A page of it.
   *
   * @param records newest first
   * @param older where it goes on
   */
  public record Page(List<KeptActivity> records, Optional<Cursor> older) {}

  History(ActivityTable table) {
    this.table = table;
  }

  /**
   * Blocks, and fails with {@link io.portico.database.DatabaseUnavailable}.
   *
   * @param resource this one and all below it
   * @param before where the page before ended; empty for the newest
   */
  public Page of(String resource, Optional<Cursor> before) {
    List<KeptActivity> found =
        table.newest(ActivityFilter.ofResource(resource), before, ON_A_PAGE + 1);
    if (found.size() <= ON_A_PAGE) {
      return new Page(found, Optional.empty());
    }
    List<KeptActivity> shown = found.subList(0, ON_A_PAGE);
    return new Page(shown, Optional.of(Cursor.after(shown.get(ON_A_PAGE - 1))));
  }
}
