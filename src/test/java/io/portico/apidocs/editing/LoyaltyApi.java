package io.portico.apidocs.editing;

import io.portico.apidocs.ApiGatewayDocumentation;
import io.portico.apidocs.Documentation;
import io.portico.apidocs.DocumentationPart;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.ImportMode;
import io.portico.apidocs.Location;
import io.portico.apidocs.LocationType;
import io.portico.apidocs.Properties;
import io.portico.apidocs.RestApi;
import io.portico.sandbox.Sandbox;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The sandbox's API that little is said about. */
@Singleton
class LoyaltyApi {
  static final RestApi API = new RestApi("loyaltyap1", "loyalty", "", Map.of());
  static final Location REWARDS = new Location(LocationType.METHOD, "/rewards", "GET", "", "");
  static final String AT_REWARDS = "type=METHOD&path=%2Frewards&method=GET";
  static final Location ACCOUNT =
      new Location(LocationType.METHOD, "/accounts/{accountId}", "GET", "", "");
  static final String AT_ACCOUNT = "type=METHOD&path=%2Faccounts%2F%7BaccountId%7D&method=GET";
  static final String ACCOUNT_TEXT = "{\"summary\":\"Get account\"}";

  /** What a form says that was filled with that. */
  static final String SEEN = "seen=" + ACCOUNT_TEXT;

  private final Sandbox sandbox;
  private final Drafts drafts;
  private final ApiGatewayDocumentation gateway;

  LoyaltyApi(Sandbox sandbox, Drafts drafts, ApiGatewayDocumentation gateway) {
    this.sandbox = sandbox;
    this.drafts = drafts;
    this.gateway = gateway;
  }

  /** As it was at first. */
  void reset() {
    sandbox.account().apiGateway().reset();
    drafts.forget(API);
  }

  /** What API Gateway has, not what the portal remembers. */
  Optional<String> at(Location place) {
    Documentation documentation = drafts.fresh(API).documentation();
    return documentation.at(place).map(DocumentationPart::properties).map(Properties::compact);
  }

  /** What somebody else writes. */
  void write(Location place, String properties) {
    Optional<Properties> there = at(place).map(Properties::parse);
    drafts.write(API, place, there, Properties.parse(properties));
  }

  void delete(Location place) {
    drafts.delete(API, place, Properties.parse(at(place).orElseThrow()));
  }

  /** With parts about places that it does not have, until there are that many. */
  void fill(int parts) {
    int there = drafts.fresh(API).documentation().parts().size();
    bring(
        IntStream.range(there, parts)
            .mapToObj(
                i ->
                    "{\"location\":{\"type\":\"RESOURCE\",\"path\":\"/%d\"},\"properties\":{}}"
                        .formatted(i))
            .collect(Collectors.joining(",")));
  }

  /** With parts of any kind, as an import's file spells them. */
  void bring(String parts) {
    gateway.importParts(
        API.id(),
        "{\"openapi\":\"3.0.1\",\"info\":{\"title\":\"t\",\"version\":\"1\"},\"paths\":{},"
            + "\"x-amazon-apigateway-documentation\":{\"documentationParts\":["
            + parts
            + "]}}",
        ImportMode.MERGE,
        true);
    drafts.forget(API);
  }
}
