package io.portico.signout;

import io.portico.audit.Activity;
import io.portico.audit.Actor;
import io.portico.audit.Audit;
import io.portico.database.Database;
import io.portico.identity.EndedSessions;
import io.portico.identity.LogoutToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/**
 * The table of sessions that the identity provider ended. Every method blocks, and fails when the
 * database is away.
 */
@ApplicationScoped
class EndedSessionTable {
  private final Database database;
  private final Audit audit;

  /** A row, and when it was written. */
  record Stored(LogoutToken token, Instant at) {}

  EndedSessionTable(Database database, Audit audit) {
    this.database = database;
    this.audit = audit;
  }

  /** Writes down, with a record in the audit trail, each that is not there yet. */
  void add(List<LogoutToken> tokens) {
    database.change(
        handle ->
            tokens.stream()
                .filter(token -> add(token, handle))
                .forEach(token -> audit.record(activity(token), handle)));
  }

  private static boolean add(LogoutToken token, Handle handle) {
    return handle
            .createUpdate(
                """
                insert into ended_session (token, session, subject, ended_at)
                values (:id, :session, :subject, :issuedAt)
                on conflict (token) do nothing
                """)
            .bindMethods(token)
            .execute()
        > 0;
  }

  private static Activity activity(LogoutToken token) {
    return new Activity(
        Instant.now(),
        new Actor(token.subject().orElse(""), "identity provider", "back-channel"),
        Activity.Action.SIGN_OUT,
        "portal",
        token.session().isPresent() ? "one session" : "all sessions",
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
    LogoutToken token =
        new LogoutToken(
            row.getColumn("token", String.class),
            Optional.ofNullable(row.getColumn("session", String.class)),
            Optional.ofNullable(row.getColumn("subject", String.class)),
            row.getColumn("ended_at", Instant.class));
    rows.add(new Stored(token, row.getColumn("stored_at", Instant.class)));
    return rows;
  }

  /** Forgets what no session is left of. */
  void deleteOld() {
    database.change(
        handle ->
            handle
                .createUpdate("delete from ended_session where ended_at < :old")
                .bind("old", Instant.now().minus(EndedSessions.KEPT))
                .execute());
  }
}
