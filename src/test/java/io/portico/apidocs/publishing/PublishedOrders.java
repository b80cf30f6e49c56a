package io.portico.apidocs.publishing;

import io.portico.apidocs.ApiGatewayDocumentation;
import io.portico.apidocs.ApiGatewayVersions;
import io.portico.apidocs.DocumentationVersion;
import io.portico.apidocs.Location;
import io.portico.apidocs.Stage;
import io.portico.apidocs.publishing.KeptSnapshot.Source;
import io.portico.database.Database;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The same API and its publications; at first prod shows 2026-01, and test the newer 2026-02. */
@Singleton
class PublishedOrders {
  private final OrdersApi orders;
  private final ApiGatewayDocumentation gateway;
  private final ApiGatewayVersions versions;
  private final Snapshots snapshots;
  private final Database database;

  PublishedOrders(
      OrdersApi orders,
      ApiGatewayDocumentation gateway,
      ApiGatewayVersions versions,
      Snapshots snapshots,
      Database database) {
    this.orders = orders;
    this.gateway = gateway;
    this.versions = versions;
    this.snapshots = snapshots;
    this.database = database;
  }

  /** As it was at first, and AWS would make a version at once. */
  void reset() {
    orders.reset();
    nextTurn();
  }

  /** Nobody waits for what the portal did before. */
  void nextTurn() {
    database.change(handle -> handle.execute("delete from quota_turn"));
  }

  int calls(String operation) {
    return orders.calls(operation);
  }

  Optional<String> shownOn(String stage) {
    return gateway.stages(OrdersApi.API.id()).stream()
        .filter(found -> found.name().equals(stage))
        .findFirst()
        .flatMap(Stage::documentationVersion);
  }

  /** What somebody else writes about the API as a whole. */
  void write(String text) {
    orders.write(Location.api(), "{\"description\":\"%s\"}".formatted(text));
  }

  /** A version that somebody makes elsewhere. */
  void make(String version) {
    orders.make(version);
  }

  void show(String stage, String version) {
    orders.show(stage, version);
  }

  void delete(String version) {
    versions.deleteVersion(OrdersApi.API.id(), version);
  }

  /** So many more of what is kept of a version cannot be read. */
  void loseParts(String version, int parts) {
    DocumentationVersion there = versions.version(OrdersApi.API.id(), version).orElseThrow();
    Snapshot kept = snapshots.of(OrdersApi.API.id(), there).orElseThrow().snapshot();
    snapshots.forget(OrdersApi.API.id(), there);
    snapshots.keep(OrdersApi.API.id(), there, Source.EXPORT, kept.with(parts));
  }

  /** The only value of a column of a publication. */
  String column(String name, String publication) {
    return database.transaction(
        handle ->
            handle
                .createQuery("select " + name + " from publication where id = :id::uuid")
                .bind("id", id(publication))
                .mapTo(String.class)
                .one());
  }

  /** Changes the row of a publication. */
  void set(String publication, String columns) {
    database.change(
        handle ->
            handle
                .createUpdate("update publication set " + columns + " where id = :id::uuid")
                .bind("id", id(publication))
                .execute());
  }

  /** One that seems to run, in the hands of a replica that is alive and does nothing. */
  void run(String publication) {
    set(
        publication,
        "state = 'RUNNING', number = nextval('publication_number'), worker = gen_random_uuid(),"
            + " beat_at = clock_timestamp()");
  }

  /** Its stage is another one now. */
  void rename(String publication, String stage, String to) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    "update publication_stage set stage = :to where publication = :id::uuid and stage = :stage")
                .bind("to", to)
                .bind("id", id(publication))
                .bind("stage", stage)
                .execute());
  }

  private static String id(String publication) {
    return publication.substring(publication.lastIndexOf('/') + 1);
  }
}
