package io.portico.apidocs.publishing;

import io.portico.apidocs.ApiGatewayDocumentation;
import io.portico.apidocs.ApiGatewayVersions;
import io.portico.apidocs.DocumentationPart;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.Location;
import io.portico.apidocs.Properties;
import io.portico.apidocs.RestApi;
import io.portico.apidocs.Stage;
import io.portico.database.Database;
import io.portico.sandbox.Sandbox;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** The sandbox's API with two stages: prod shows 2026-01, test the newer 2026-02. */
@Singleton
class OrdersApi {
  static final RestApi API = new RestApi("ordersapi1", "orders", "", Map.of());
  static final String AT = "/app/apis/ordersapi1";

  private final Sandbox sandbox;
  private final Drafts drafts;
  private final ApiGatewayDocumentation gateway;
  private final ApiGatewayVersions versions;
  private final Database database;

  OrdersApi(
      Sandbox sandbox,
      Drafts drafts,
      ApiGatewayDocumentation gateway,
      ApiGatewayVersions versions,
      Database database) {
    this.sandbox = sandbox;
    this.drafts = drafts;
    this.gateway = gateway;
    this.versions = versions;
    this.database = database;
  }

  /** As it was at first, and AWS would make a version at once. */
  void reset() {
    database.change(
        handle -> {
          handle.execute("delete from publication");
          handle.execute("delete from documentation_snapshot");
        });
    nextTurn();
    sandbox.account().apiGateway().reset();
    sandbox.account().apiGateway().tally().clear();
    drafts.forget(API);
  }

  /** Nobody waits for what the portal did before. */
  void nextTurn() {
    database.change(handle -> handle.execute("delete from quota_turn"));
  }

  int calls(String operation) {
    return sandbox.account().apiGateway().tally().received(operation);
  }

  Optional<String> shownOn(String stage) {
    return gateway.stages(API.id()).stream()
        .filter(found -> found.name().equals(stage))
        .findFirst()
        .flatMap(Stage::documentationVersion);
  }

  /** What somebody else writes about the API as a whole. */
  void write(String text) {
    Optional<Properties> there =
        drafts.fresh(API).documentation().at(Location.api()).map(DocumentationPart::properties);
    drafts.write(
        API, Location.api(), there, Properties.parse("{\"description\":\"%s\"}".formatted(text)));
  }

  /** A version that somebody makes elsewhere. */
  void make(String version) {
    versions.createVersion(API.id(), version, "");
  }

  void show(String version, String stage) {
    versions.show(API.id(), stage, version);
    drafts.forget(API);
  }

  void delete(String version) {
    versions.deleteVersion(API.id(), version);
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
