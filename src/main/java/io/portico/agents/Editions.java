package io.portico.agents;

import io.portico.apidocs.RestApi;
import io.portico.database.Database;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * What is published, as PostgreSQL keeps it. Every method blocks, and fails when the database is
 * away.
 */
@ApplicationScoped
class Editions {
  private final Database database;

  Editions(Database database) {
    this.database = database;
  }

  /** All APIs, each with what is kept of it. */
  List<DocumentedApi> all() {
    return database.transaction(
        handle -> {
          Map<String, List<Edition>> editions =
              handle
                  .createQuery("select * from documentation_edition order by made_at, id")
                  .map(Editions::edition)
                  .list()
                  .stream()
                  .collect(Collectors.groupingBy(Edition::api));
          return handle
              .createQuery("select * from documented_api order by name, api")
              .map(Editions::api)
              .list()
              .stream()
              .map(api -> DocumentedApi.of(api, editions.getOrDefault(api.id(), List.of())))
              .toList();
        });
  }

  private static RestApi api(RowView row) {
    Map<String, String> tags =
        new JsonObject(row.getColumn("tags", String.class))
            .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, tag -> tag.getValue().toString()));
    return new RestApi(text(row, "api"), text(row, "name"), text(row, "description"), tags);
  }

  private static Edition edition(RowView row) {
    return new Edition(
        row.getColumn("id", UUID.class),
        text(row, "api"),
        text(row, "stage"),
        text(row, "revision"),
        text(row, "version"),
        text(row, "version_created"),
        text(row, "title"),
        row.getColumn("asked_at", Instant.class),
        row.getColumn("ended_at", Instant.class) == null);
  }

  private static String text(RowView row, String column) {
    return row.getColumn(column, String.class);
  }

  Optional<Document> document(UUID edition, String path) {
    return database.transaction(
        handle ->
            handle
                .createQuery(
                    "select * from published_document where edition = :edition and path = :path")
                .bind("edition", edition)
                .bind("path", path)
                .map(DocumentRows::document)
                .findOne());
  }

  /** By the database's clock. */
  Instant now() {
    return database.transaction(
        handle -> handle.createQuery("select clock_timestamp()").mapTo(Instant.class).one());
  }

  /** Puts an API down as API Gateway has it. */
  void put(RestApi api) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into documented_api (api, name, description, tags)
                    values (:id, :name, :description, :json::jsonb)
                    on conflict (api) do update
                    set name = excluded.name, description = excluded.description, tags = excluded.tags
                    """)
                .bindMethods(api)
                .bind("json", new JsonObject(Map.copyOf(api.tags())).encode())
                .execute());
  }

  /** Keeps what a stage shows now, unless something newer is kept; false if so. */
  boolean keep(Edition edition, List<Document> documents) {
    return database.transaction(
        handle -> {
          lock(handle, edition.api());
          end(handle, edition.api(), edition.stage(), edition.askedAt());
          boolean kept = insert(handle, edition);
          if (kept) {
            PreparedBatch batch =
                handle.prepareBatch(
                    """
                    insert into published_document
                      (edition, path, media_type, etag, content, gzip, br)
                    values (:edition, :path, :mediaType, :digest, :content, :gzip, :br)
                    """);
            documents.forEach(document -> DocumentRows.bind(batch, edition.id(), document).add());
            batch.execute();
          }
          return kept;
        });
  }

  private static boolean insert(Handle handle, Edition edition) {
    return handle
            .createUpdate(
                """
                insert into documentation_edition
                  (id, api, stage, revision, version, version_created, title, asked_at)
                values
                  (:id, :api, :stage, :revision, :version, :versionCreated, :title, :askedAt)
                on conflict (api, stage) where ended_at is null do nothing
                """)
            .bindMethods(edition)
            .execute()
        > 0;
  }

  /** A stage shows nothing any more, as API Gateway said at that time. */
  void end(String api, String stage, Instant askedAt) {
    database.change(
        handle -> {
          lock(handle, api);
          end(handle, api, stage, askedAt);
        });
  }

  private static void lock(Handle handle, String api) {
    handle
        .createQuery("select pg_advisory_xact_lock(hashtextextended('edition ' || :api, 0))::text")
        .bind("api", api)
        .mapTo(String.class)
        .one();
  }

  private static void end(Handle handle, String api, String stage, Instant askedAt) {
    handle
        .createUpdate(
            """
            update documentation_edition set ended_at = clock_timestamp()
            where api = :api and stage = :stage and ended_at is null and asked_at <= :asked
            """)
        .bind("api", api)
        .bind("stage", stage)
        .bind("asked", askedAt)
        .execute();
  }

  /** Forgets a version that no stage shows. */
  void delete(String api, String version) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    """
                    delete from documentation_edition
                    where api = :api and version = :version and ended_at is not null
                    """)
                .bind("api", api)
                .bind("version", version)
                .execute());
  }

  /** Forgets what was replaced so long ago that nobody can be reading it. */
  void deleteReplaced(Collection<UUID> needed) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    """
                    delete from documentation_edition
                    where ended_at < clock_timestamp() - interval '1 hour' and id <> all(:needed)
                    """)
                .bindArray("needed", UUID.class, needed)
                .execute());
  }

  /** Forgets all APIs but those. */
  void retain(Collection<String> apis) {
    database.change(
        handle ->
            handle
                .createUpdate("delete from documented_api where api <> all(:apis)")
                .bindArray("apis", String.class, apis)
                .execute());
  }
}
