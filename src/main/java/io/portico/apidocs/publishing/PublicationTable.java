package io.portico.apidocs.publishing;

import io.portico.audit.Actor;
import io.portico.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table of publications. Every method blocks, and fails when the database is away. */
@ApplicationScoped
class PublicationTable {
  /** Of more the page would be no help; older ones are found in the audit trail. */
  private static final int SHOWN = 200;

  private final Database database;

  PublicationTable(Database database) {
    this.database = database;
  }

  /** Keeps what waits for its confirmation. */
  void plan(Publication planned) {
    database.change(
        handle -> {
          handle
              .createUpdate(
                  """
                  insert into publication (id, api, subject, name, via, version, note, makes, base,
                    planned_at, state)
                  values (:id, :api, :by.subject, :by.name, :by.via, :version, :note, :makes, '',
                    :plannedAt, :state)
                  """)
              .bindMethods(planned)
              .execute();
          PreparedBatch stages =
              handle.prepareBatch(
                  """
                  insert into publication_stage (publication, position, stage)
                  values (:publication, :position, :stage)
                  """);
          for (int i = 0; i < planned.stages().size(); i++) {
            stages
                .bind("publication", planned.id())
                .bind("position", i)
                .bind("stage", planned.stages().get(i).stage())
                .add();
          }
          stages.execute();
        });
  }

  Optional<Publication> find(String api, UUID id) {
    return database.transaction(
        handle ->
            PublicationRows.in(
                    handle,
                    handle
                        .createQuery("select * from publication where api = :api and id = :id")
                        .bind("api", api)
                        .bind("id", id))
                .stream()
                .findFirst());
  }

  /** Those that were confirmed, the newest first. */
  List<Publication> of(String api) {
    return database.transaction(
        handle ->
            PublicationRows.in(
                handle,
                handle
                    .createQuery(
                        """
                        select * from publication where api = :api and state <> 'PLANNED'
                        order by number desc limit :shown
                        """)
                    .bind("api", api)
                    .bind("shown", SHOWN)));
  }

  /** Who made which of an API's versions. */
  Map<Snapshots.Key, Actor> makers(String api) {
    return database.transaction(
        handle -> {
          Map<Snapshots.Key, Actor> makers = new HashMap<>();
          handle
              .createQuery(
                  """
                  select version, created_at, subject, name, via from publication
                  where api = :api and makes and created_at is not null
                  """)
              .bind("api", api)
              .map(
                  row ->
                      makers.put(
                          new Snapshots.Key(
                              row.getColumn("version", String.class),
                              row.getColumn("created_at", Instant.class)),
                          new Actor(
                              row.getColumn("subject", String.class),
                              row.getColumn("name", String.class),
                              row.getColumn("via", String.class))))
              .list();
          return makers;
        });
  }

  /** Forgets what was planned before and never confirmed. */
  void deletePlans(Instant before) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    "delete from publication where state = 'PLANNED' and planned_at < :before")
                .bind("before", before)
                .execute());
  }
}
