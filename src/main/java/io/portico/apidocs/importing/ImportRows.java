package io.portico.apidocs.importing;

import io.portico.apidocs.Counts;
import io.portico.apidocs.ImportMode;
import io.portico.audit.Actor;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;

/** Reads rows of the table documentation_import. */
final class ImportRows {
  /** All that is read of a row unless somebody wants the files. */
  static final String COLUMNS =
      """
      id, api, subject, name, via, request, origin, source, mode, strict, planned_at, state, step,
      message, added, changed, removed, unchanged, backup is not null as has_backup, ended_at
      """;

  private ImportRows() {}

  static PartsImport partsImport(RowView row) {
    return new PartsImport(
        row.getColumn("id", UUID.class),
        text(row, "api"),
        new Actor(text(row, "subject"), text(row, "name"), text(row, "via")),
        text(row, "request"),
        ImportOrigin.valueOf(text(row, "origin")),
        text(row, "source"),
        ImportMode.valueOf(text(row, "mode")),
        row.getColumn("strict", Boolean.class),
        row.getColumn("planned_at", Instant.class),
        ImportState.valueOf(text(row, "state")),
        ImportStep.valueOf(text(row, "step")),
        text(row, "message"),
        new Counts(
            number(row, "added"),
            number(row, "changed"),
            number(row, "removed"),
            number(row, "unchanged")),
        row.getColumn("has_backup", Boolean.class),
        Optional.ofNullable(row.getColumn("ended_at", Instant.class)));
  }

  private static String text(RowView row, String column) {
    return row.getColumn(column, String.class);
  }

  private static int number(RowView row, String column) {
    return row.getColumn(column, Integer.class);
  }
}
