package io.portico.signout;

import io.portico.audit.Activity;
import io.portico.audit.Actor;
import io.portico.audit.Audit;
import io.portico.database.Database;
import io.portico.identity.EndedSessions;
import io.portico.identity.SessionEnd;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/** The table of ended sessions. Every method blocks, and fails when the database is away. */
@ApplicationScoped
class EndedSessionTable {
  private final Database database;
  private final Audit audit;

  /** A row, and when it was written. */
  record Stored(SessionEnd end, Instant at) {}

  EndedSessionTable(Database database, Audit audit) {
    this.database = database;
    this.audit = audit;
  }

  /**
   * Writes down each that is not there yet, with a record in the audit trail of what the identity
   * provider did. A sign-out here has one already.
   */
  void add(List<SessionEnd> ends) {
    database.change(
        handle ->
            ends.stream()
                .filter(end -> add(end, handle))
                .filter(end -> end.token().isPresent())
                .forEach(end -> audit.record(activity(end), handle)));
  }

  private static boolean add(SessionEnd end, Handle handle) {
    return handle
            .createUpdate(
                """
                insert into ended_session (id, session, subject, ended_at)
                values (:id, :session, :subject, :at)
                on conflict (id) do nothing
                """)
            .bind("id", end.token().orElseGet(() -> "here:" + UUID.randomUUID()))
            .bindMethods(end)
            .execute()
        > 0;
  }

  private static Activity activity(SessionEnd end) {
    return new Activity(
        Instant.now(),
        new Actor(end.subject().orElse(""), "identity provider", "back-channel"),
        Activity.Action.SIGN_OUT,
        "portal",
        end.session().isPresent() ? "one session" : "all sessions",
        Activity.Result.DONE,
        "");
  }

  /** What any replica wrote after that time by the database's clock. */
  List<Stored> storedAfter(Instant time) {
    return database.transaction(
        handle ->
            handle
                .createQuery("select * from ended_session where stored_at > :time")
                .bind("time", time)
                .reduceRows(new ArrayList<>(), EndedSessionTable::with));
  }

  private static List<Stored> with(List<Stored> rows, RowView row) {
    SessionEnd end =
        new SessionEnd(
            Optional.empty(),
            Optional.ofNullable(row.getColumn("session", String.class)),
            Optional.ofNullable(row.getColumn("subject", String.class)),
            row.getColumn("ended_at", Instant.class));
    rows.add(new Stored(end, row.getColumn("stored_at", Instant.class)));
    return rows;
  }

  /** Forgets what no session is left of. */
  void deleteOld() {
    database.change(
        handle ->
            handle
                .createUpdate("delete from ended_session where stored_at < :old")
                .bind("old", Instant.now().minus(EndedSessions.REMEMBERED))
                .execute());
  }
}
