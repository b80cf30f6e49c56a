package io.portico.apidocs.publishing;

import io.portico.apidocs.DocumentationVersion;
import io.portico.apidocs.openapi.OpenApiFile;
import io.portico.apidocs.publishing.KeptSnapshot.Source;
import io.portico.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What versions say, kept because API Gateway tells it only of those that a stage shows. Every
 * method blocks, and fails when the database is away.
 */
@ApplicationScoped
class Snapshots {
  private final Database database;

  /** Tells a version from a deleted one of the same name. */
  record Key(String version, Instant created) {
    static Key of(DocumentationVersion version) {
      return new Key(KeptName.of(version.name()), kept(version.created()));
    }
  }

  Snapshots(Database database) {
    this.database = database;
  }

  /** What a stage's export says replaces what the draft was. */
  void keep(String api, DocumentationVersion version, Source source, Snapshot snapshot) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into documentation_snapshot (api, version, created_at, source, content,
                      unreadable)
                    values (:api, :version, :created, :source, :content, :unreadable)
                    on conflict (api, version, created_at) do update
                    set source = excluded.source, content = excluded.content,
                      unreadable = excluded.unreadable, kept_at = now()
                    where documentation_snapshot.source = 'DRAFT'
                    """)
                .bind("api", api)
                .bind("version", KeptName.of(version.name()))
                .bind("created", kept(version.created()))
                .bind("source", source)
                .bind("content", snapshot.file(api, version.name()))
                .bind("unreadable", snapshot.unreadable())
                .execute());
  }

  Optional<KeptSnapshot> of(String api, DocumentationVersion version) {
    return database.transaction(
        handle ->
            handle
                .createQuery(
                    """
                    select source, content, unreadable from documentation_snapshot
                    where api = :api and version = :version and created_at = :created
                    """)
                .bind("api", api)
                .bind("version", KeptName.of(version.name()))
                .bind("created", kept(version.created()))
                .map(
                    row ->
                        new KeptSnapshot(
                            Source.valueOf(row.getColumn("source", String.class)),
                            Snapshot.of(OpenApiFile.read(row.getColumn("content", String.class)))
                                .with(row.getColumn("unreadable", Integer.class))))
                .findOne());
  }

  /** Where what an API's versions say is known from; by name and time, without the rest. */
  Map<Key, Source> sources(String api) {
    return database.transaction(
        handle -> {
          Map<Key, Source> sources = new HashMap<>();
          handle
              .createQuery(
                  "select version, created_at, source from documentation_snapshot where api = :api")
              .bind("api", api)
              .map(
                  row ->
                      sources.put(
                          new Key(
                              row.getColumn("version", String.class),
                              row.getColumn("created_at", Instant.class)),
                          Source.valueOf(row.getColumn("source", String.class))))
              .list();
          return sources;
        });
  }

  /** What is kept was not what became the version. */
  void forget(String api, DocumentationVersion version) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    """
                    delete from documentation_snapshot
                    where api = :api and version = :version and created_at = :created
                    """)
                .bind("api", api)
                .bind("version", KeptName.of(version.name()))
                .bind("created", kept(version.created()))
                .execute());
  }

  /** As PostgreSQL does. */
  private static Instant kept(Instant created) {
    return created.truncatedTo(ChronoUnit.MICROS);
  }
}
