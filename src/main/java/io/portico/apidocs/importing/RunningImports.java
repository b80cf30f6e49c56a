package io.portico.apidocs.importing;

import static io.portico.apidocs.importing.ImportRows.COLUMNS;

import io.portico.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The imports that are running, by the database's clock, which all replicas share. Every method
 * blocks, and fails when the database is away.
 */
@ApplicationScoped
class RunningImports {
  private final Database database;

  RunningImports(Database database) {
    this.database = database;
  }

  /** Whether this call has begun it, and if not, why. */
  enum Start {
    BEGUN,
    /** It was confirmed before. */
    BEFORE,
    /** Another one of this API is running. */
    OTHER
  }

  Start start(PartsImport confirmed) {
    return database.transaction(
        handle -> {
          // One after the other for each API, so that the second finds the first.
          handle
              .createQuery("select pg_advisory_xact_lock(hashtextextended(:lock, 0))::text")
              .bind("lock", "documentation_import " + confirmed.api())
              .mapTo(String.class)
              .one();
          return isRunning(handle, confirmed) ? Start.OTHER : begin(handle, confirmed);
        });
  }

  private static boolean isRunning(Handle handle, PartsImport confirmed) {
    return handle
        .createQuery(
            """
            select exists (select 1 from documentation_import
              where api = :api and state = 'RUNNING' and id <> :id)
            """)
        .bindMethods(confirmed)
        .mapTo(Boolean.class)
        .one();
  }

  private static Start begin(Handle handle, PartsImport confirmed) {
    int begun =
        handle
            .createUpdate(
                """
                update documentation_import
                set state = 'RUNNING', step = 'WAITING', request = :request,
                  added = :counts.added, changed = :counts.changed, removed = :counts.removed,
                  unchanged = :counts.unchanged, started_at = now(), beat_at = now()
                where id = :id and state = 'PLANNED'
                """)
            .bindMethods(confirmed)
            .execute();
    return begun > 0 ? Start.BEGUN : Start.BEFORE;
  }

  /** Tells what it is doing; whether it is still to go on. */
  boolean step(UUID id, ImportStep step, String message) {
    return database.transaction(
        handle ->
            handle
                    .createUpdate(
                        """
                        update documentation_import set step = :step, message = :message, beat_at = now()
                        where id = :id and state = 'RUNNING'
                        """)
                    .bind("id", id)
                    .bind("step", step)
                    .bind("message", message)
                    .execute()
                > 0);
  }

  /** Keeps what was there before. */
  void keep(UUID id, String backup) {
    database.change(
        handle ->
            handle
                .createUpdate("update documentation_import set backup = :backup where id = :id")
                .bind("id", id)
                .bind("backup", backup)
                .execute());
  }

  /** Also where another replica took it for dead: who runs it knows better. */
  void end(UUID id, ImportOutcome outcome) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    """
                    update documentation_import
                    set state = :state, message = :message, ended_at = now()
                    where id = :id and state in ('RUNNING', 'STOPPED')
                    """)
                .bind("id", id)
                .bind("state", outcome.state())
                .bind("message", outcome.message())
                .execute());
  }

  /** Says that these are being worked on. */
  void beat(Collection<UUID> running) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    "update documentation_import set beat_at = now() where id = any(:ids)")
                .bindArray("ids", UUID.class, running)
                .execute());
  }

  /** Ends those that nobody has worked on for so long; each is told of once. */
  List<PartsImport> stopSilent(Duration silence, String message) {
    return database.transaction(
        handle ->
            handle
                .createQuery(
                    """
                    update documentation_import
                    set state = 'STOPPED', message = :message, ended_at = beat_at
                    where state = 'RUNNING' and beat_at < now() - :seconds * interval '1 second'
                    returning
                    """
                        + COLUMNS)
                .bind("seconds", silence.toSeconds())
                .bind("message", message)
                .map(ImportRows::partsImport)
                .list());
  }
}
