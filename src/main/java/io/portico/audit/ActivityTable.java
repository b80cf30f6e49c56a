package io.portico.audit;

import io.portico.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** The table of the audit trail. Everything fails with DatabaseUnavailable while it is away. */
@ApplicationScoped
class ActivityTable {
  private static final String INSERT =
      """
      insert into activity
        (at, id, subject, name, via, action, resource, detail, result, request)
      values
        (:at, :id, :subject, :name, :via, :action, :resource, :detail, :result, :request)
      on conflict do nothing
      """;

  /** Several replicas may delete at once; none waits for another. */
  private static final String DELETE =
      """
      delete from activity where (at, id) in
        (select at, id from activity where at < :end order by at limit :count
         for update skip locked)
      """;

  private final Database database;

  ActivityTable(Database database) {
    this.database = database;
  }

  /** Adds all or none; what is there already stays as it is. */
  void add(List<KeptActivity> activities) {
    database.change(handle -> add(activities, handle));
  }

  /** The same, as part of a transaction. */
  void add(List<KeptActivity> activities, Handle transaction) {
    PreparedBatch batch = transaction.prepareBatch(INSERT);
    for (KeptActivity activity : activities) {
      batch
          .bind("at", activity.at())
          .bind("id", activity.id())
          .bind("subject", activity.subject())
          .bind("name", activity.name())
          .bind("via", activity.via())
          .bind("action", activity.action())
          .bind("resource", activity.resource())
          .bind("detail", activity.detail())
          .bind("result", activity.result())
          .bind("request", activity.request())
          .add();
    }
    batch.execute();
  }

  /**
   * The newest that match.
   *
   * @param before where the page before ended
   * @param count the most to come
   */
  List<KeptActivity> newest(ActivityFilter filter, Optional<Cursor> before, int count) {
    return database.transaction(
        handle -> {
          Query query =
              handle
                  .createQuery(select(filter, before))
                  .bindMap(filter.values())
                  .bind("count", count);
          before.ifPresent(
              cursor -> query.bind("beforeAt", cursor.at()).bind("beforeId", cursor.id()));
          return query.map(ActivityTable::activity).list();
        });
  }

  static String select(ActivityFilter filter, Optional<Cursor> before) {
    List<String> conditions = new ArrayList<>(filter.conditions());
    before.ifPresent(cursor -> conditions.add("(at, id) < (:beforeAt, :beforeId)"));
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    return "select * from activity" + where + " order by at desc, id desc limit :count";
  }

  /**
   * Deletes some of what happened before {@code end}.
   *
   * @return how many, {@code count} at most
   */
  int deleteBefore(Instant end, int count) {
    return database.<Integer>transaction(
        handle ->
            handle.createUpdate(DELETE).bindMap(Map.of("end", end, "count", count)).execute());
  }

  private static KeptActivity activity(RowView row) {
    return new KeptActivity(
        row.getColumn("at", Instant.class),
        row.getColumn("id", UUID.class),
        text(row, "subject"),
        text(row, "name"),
        text(row, "via"),
        text(row, "action"),
        text(row, "resource"),
        text(row, "detail"),
        text(row, "result"),
        text(row, "request"));
  }

  private static String text(RowView row, String column) {
    return row.getColumn(column, String.class);
  }
}
