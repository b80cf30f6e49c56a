package io.portico.apidocs.publishing;

import io.portico.audit.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;

/** Reads rows of the table publication with their stages. */
final class PublicationRows {
  private PublicationRows() {}

  /** Those that a query on the table publication finds, in its order. */
  static List<Publication> in(Handle handle, Query query) {
    List<Publication> rows = query.map(PublicationRows::publication).list();
    Map<UUID, List<PublicationStage>> stages =
        handle
            .createQuery(
                "select * from publication_stage where publication = any(:ids) order by position")
            .bindArray("ids", UUID.class, rows.stream().map(Publication::id).toList())
            .<Map.Entry<UUID, PublicationStage>>map(
                row -> Map.entry(row.getColumn("publication", UUID.class), stage(row)))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return rows.stream()
        .map(row -> withStages(row, stages.getOrDefault(row.id(), List.of())))
        .toList();
  }

  private static Publication publication(RowView row) {
    return new Publication(
        row.getColumn("id", UUID.class),
        text(row, "api"),
        new Actor(text(row, "subject"), text(row, "name"), text(row, "via")),
        text(row, "request"),
        text(row, "version"),
        text(row, "note"),
        row.getColumn("makes", Boolean.class),
        text(row, "base"),
        row.getColumn("planned_at", Instant.class),
        PublicationState.valueOf(text(row, "state")),
        PublicationStep.valueOf(text(row, "step")),
        text(row, "message"),
        instant(row, "next_try_at"),
        instant(row, "creating_at"),
        instant(row, "created_at"),
        instant(row, "ended_at"),
        List.of());
  }

  private static Publication withStages(Publication row, List<PublicationStage> stages) {
    return new Publication(
        row.id(),
        row.api(),
        row.by(),
        row.request(),
        row.version(),
        row.note(),
        row.makes(),
        row.base(),
        row.plannedAt(),
        row.state(),
        row.step(),
        row.message(),
        row.nextTryAt(),
        row.creatingAt(),
        row.createdAt(),
        row.endedAt(),
        stages);
  }

  private static PublicationStage stage(RowView row) {
    return new PublicationStage(
        text(row, "stage"),
        Optional.ofNullable(text(row, "before")),
        instant(row, "shown_at"),
        text(row, "problem"));
  }

  private static String text(RowView row, String column) {
    return row.getColumn(column, String.class);
  }

  private static Optional<Instant> instant(RowView row, String column) {
    return Optional.ofNullable(row.getColumn(column, Instant.class));
  }
}
