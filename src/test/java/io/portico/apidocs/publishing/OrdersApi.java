package io.portico.apidocs.publishing;

import io.portico.apidocs.ApiGatewayDocumentation;
import io.portico.apidocs.ApiGatewayVersions;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.ImportMode;
import io.portico.apidocs.Location;
import io.portico.apidocs.Properties;
import io.portico.apidocs.RestApi;
import io.portico.database.Database;
import io.portico.sandbox.Sandbox;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The sandbox's API that has versions, as somebody outside of the portal may change it. */
@Singleton
class OrdersApi {
  static final RestApi API = new RestApi("ordersapi1", "orders", "", Map.of());
  static final String PAGE = "/app/apis/ordersapi1";

  private final Sandbox sandbox;
  private final Drafts drafts;
  private final ApiGatewayVersions versions;
  private final ApiGatewayDocumentation gateway;
  private final Database database;

  OrdersApi(
      Sandbox sandbox,
      Drafts drafts,
      ApiGatewayVersions versions,
      ApiGatewayDocumentation gateway,
      Database database) {
    this.sandbox = sandbox;
    this.drafts = drafts;
    this.versions = versions;
    this.gateway = gateway;
    this.database = database;
  }

  /** As it was at first, and nothing known of it. */
  void reset() {
    sandbox.account().apiGateway().reset();
    sandbox.account().apiGateway().tally().clear();
    drafts.forget(API);
    database.change(
        handle -> {
          handle.execute("delete from documentation_snapshot");
          handle.execute("delete from documentation_drift");
          handle.execute("delete from documentation_import");
          handle.execute("delete from publication");
        });
  }

  int calls(String operation) {
    return sandbox.account().apiGateway().tally().received(operation);
  }

  /** A version of the draft as it is. */
  void make(String version) {
    versions.createVersion(API.id(), version, "Note of " + version);
  }

  void show(String stage, String version) {
    versions.show(API.id(), stage, version);
    drafts.forget(API);
  }

  Optional<String> note(String version) {
    return versions.version(API.id(), version).map(found -> found.description());
  }

  void write(Location place, String properties) {
    drafts.write(API, place, at(place), Properties.parse(properties));
  }

  /** Resources that the API does not have, each with a text. */
  void fill(int resources) {
    gateway.importParts(
        API.id(),
        "{\"openapi\":\"3.0.1\",\"info\":{\"title\":\"t\",\"version\":\"1\"},\"paths\":{},"
            + "\"x-amazon-apigateway-documentation\":{\"documentationParts\":["
            + IntStream.range(0, resources)
                .mapToObj(
                    i ->
                        "{\"location\":{\"type\":\"RESOURCE\",\"path\":\"/filled/%d\"},\"properties\":{\"description\":\"Text %d\"}}"
                            .formatted(i, i))
                .collect(Collectors.joining(","))
            + "]}}",
        ImportMode.MERGE,
        true);
    drafts.forget(API);
  }

  void delete(Location place) {
    drafts.delete(API, place, at(place).orElseThrow());
  }

  Optional<Properties> at(Location place) {
    return drafts.fresh(API).documentation().at(place).map(part -> part.properties());
  }
}
