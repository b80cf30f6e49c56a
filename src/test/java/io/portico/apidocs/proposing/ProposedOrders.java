package io.portico.apidocs.proposing;

import io.portico.apidocs.DocumentationPart;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.Location;
import io.portico.apidocs.LocationType;
import io.portico.apidocs.Properties;
import io.portico.apidocs.RestApi;
import io.portico.audit.Actor;
import io.portico.database.Database;
import io.portico.sandbox.Sandbox;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The sandbox's documented API, and a program that proposes something about it. */
@Singleton
class ProposedOrders {
  static final RestApi API = new RestApi("ordersapi1", "orders", "", Map.of());
  static final String LIST = "/app/apis/ordersapi1/proposals";
  static final Location ORDER =
      new Location(LocationType.METHOD, "/orders/{orderId}", "GET", "", "");
  static final Actor BOT =
      new Actor("s-bot", "Release bot", "token:7a0c6a0e-7b2f-4c55-9a8e-2f1f6f0b7c11");

  /** What is there at first. */
  static final String ORDER_TEXT = "{\"summary\":\"Get an order\",\"tags\":[\"orders\"]}";

  static final String KEYS = "{\"description\":\"With its items.\"}";
  static final String BOTH =
      "{\"summary\":\"Get an order\",\"tags\":[\"orders\"],\"description\":\"With its items.\"}";

  private final Sandbox sandbox;
  private final Drafts drafts;
  private final Database database;
  private final Proposals proposals;
  private Instant since = Instant.now();

  ProposedOrders(Sandbox sandbox, Drafts drafts, Database database, Proposals proposals) {
    this.sandbox = sandbox;
    this.drafts = drafts;
    this.database = database;
    this.proposals = proposals;
  }

  /** As it was at first, and nothing proposed. */
  void reset() {
    sandbox.account().apiGateway().reset();
    drafts.forget(API);
    database.change(
        handle -> {
          handle.execute("delete from documentation_proposal");
          handle.execute("delete from activity where resource = 'apis/ordersapi1'");
        });
    // What tests before did may still be on its way to the table.
    since = Instant.now();
  }

  Proposal propose(String keys) {
    return propose(ORDER, keys, "Readers asked for it.");
  }

  Proposal propose(Location place, String keys, String reason) {
    return proposals.propose(API, BOT, place, Properties.parse(keys), reason, "R1");
  }

  Proposal found(UUID id) {
    return proposals.find(API.id(), id).orElseThrow();
  }

  ProposalState state(Proposal of) {
    return found(of.id()).state();
  }

  /** What API Gateway has, not what the portal remembers. */
  Optional<String> at(Location place) {
    return drafts
        .fresh(API)
        .documentation()
        .at(place)
        .map(DocumentationPart::properties)
        .map(Properties::compact);
  }

  /** What somebody else writes. */
  void write(Location place, String properties) {
    drafts.write(API, place, at(place).map(Properties::parse), Properties.parse(properties));
  }

  /** As if the API had had that place once. */
  void moveTo(Proposal proposal, Location place) {
    database.change(
        handle ->
            handle.execute(
                "update documentation_proposal set place_path = ?, place_method = ? where id = ?",
                place.path(),
                place.method(),
                proposal.id()));
  }

  /** What the audit trail's table holds since then, each with who did it. */
  List<String> trail() {
    return database.transaction(
        handle ->
            handle
                .createQuery(
                    "select action || ' ' || result || ' ' || name from activity"
                        + " where resource = 'apis/ordersapi1' and at >= :since order by at, id")
                .bind("since", since)
                .mapTo(String.class)
                .list());
  }

  int kept() {
    return database.<Integer>transaction(
        handle ->
            handle
                .createQuery("select count(*) from documentation_proposal")
                .mapTo(Integer.class)
                .one());
  }
}
