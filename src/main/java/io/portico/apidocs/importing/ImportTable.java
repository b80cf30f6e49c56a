package io.portico.apidocs.importing;

import static io.portico.apidocs.importing.ImportRows.COLUMNS;

import io.portico.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;

/** The table of imports. Every method blocks, and fails when the database is away. */
@ApplicationScoped
class ImportTable {
  /** Of more the page would be no help; older ones are found in the audit trail. */
  private static final int SHOWN = 200;

  private final Database database;

  ImportTable(Database database) {
    this.database = database;
  }

  /** Keeps what waits for its confirmation. */
  void plan(PartsImport planned, String content, List<String> misfits) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into documentation_import (id, api, subject, name, via, origin, source,
                      mode, strict, planned_at, state, content, misfits)
                    values (:id, :api, :by.subject, :by.name, :by.via, :origin, :source, :mode,
                      :strict, :plannedAt, :state, :content, :lines)
                    """)
                .bindMethods(planned)
                .bind("content", content)
                .bind("lines", Lines.written(misfits))
                .execute());
  }

  Optional<PartsImport> find(String api, UUID id) {
    return database.transaction(
        handle ->
            handle
                .createQuery(
                    "select "
                        + COLUMNS
                        + " from documentation_import where api = :api and id = :id")
                .bind("api", api)
                .bind("id", id)
                .map(ImportRows::partsImport)
                .findOne());
  }

  /** The newest first; of those that wait for a confirmation only the person's own. */
  List<PartsImport> of(String api, String subject) {
    return database.transaction(
        handle ->
            handle
                .createQuery(
                    "select "
                        + COLUMNS
                        + """
                         from documentation_import
                        where api = :api and (state <> 'PLANNED' or subject = :subject)
                        order by planned_at desc, id limit :shown
                        """)
                .bind("api", api)
                .bind("subject", subject)
                .bind("shown", SHOWN)
                .map(ImportRows::partsImport)
                .list());
  }

  /** The parts it brings, as a file. */
  String content(UUID id) {
    return text("content", id).orElseThrow();
  }

  /** What has no place of what it brought, in words. */
  List<String> misfits(UUID id) {
    return Lines.read(text("misfits", id).orElseThrow());
  }

  /** All that was there before it, as a file; empty if it never came so far. */
  Optional<String> backup(UUID id) {
    return text("backup", id);
  }

  private Optional<String> text(String column, UUID id) {
    return database.transaction(
        handle ->
            handle
                .createQuery("select " + column + " from documentation_import where id = :id")
                .bind("id", id)
                .map((RowView row) -> Optional.ofNullable(row.getColumn(column, String.class)))
                .one());
  }

  /**
   * Forgets those planned before: what was never confirmed sooner, all others with their backups.
   */
  void delete(Instant plansBefore, Instant backupsBefore) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    """
                    delete from documentation_import
                    where state = 'PLANNED' and planned_at < :plans
                      or state <> 'RUNNING' and planned_at < :backups
                    """)
                .bind("plans", plansBefore)
                .bind("backups", backupsBefore)
                .execute());
  }
}
