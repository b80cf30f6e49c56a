package io.portico.agents;

import io.portico.apidocs.ApiGatewayVersions;
import io.portico.apidocs.RestApis;
import io.portico.database.Database;
import io.portico.identity.Person;
import io.portico.sandbox.Sandbox;
import io.portico.tokens.AccessTokens;
import io.portico.tokens.Creation;
import io.portico.tokens.NewToken;
import io.portico.tokens.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the tests of documents publish, and who reads it. */
@ApplicationScoped
public class Published {
  /** For people and programs with a role. */
  public static final String ORDERS = "ordersapi1";

  /** For anybody. */
  public static final String LOYALTY = "loyaltyap1";

  /** Where documents of what anybody reads are. */
  static final String PUBLIC = "/docs/" + LOYALTY + "/prod";

  /** Where documents of what takes a role are. */
  static final String CLOSED = "/docs/" + ORDERS + "/prod";

  private final Sandbox sandbox;
  private final RestApis apis;
  private final ApiGatewayVersions versions;
  private final PublicApis publicApis;
  private final EditionMaking making;
  private final Editions editions;
  private final Shelf shelf;
  private final EditionTurn turn;
  private final Database database;
  private final AccessTokens tokens;

  Published(
      Sandbox sandbox,
      RestApis apis,
      ApiGatewayVersions versions,
      PublicApis publicApis,
      EditionMaking making,
      Editions editions,
      Shelf shelf,
      EditionTurn turn,
      Database database,
      AccessTokens tokens) {
    this.sandbox = sandbox;
    this.apis = apis;
    this.versions = versions;
    this.publicApis = publicApis;
    this.making = making;
    this.editions = editions;
    this.shelf = shelf;
    this.turn = turn;
    this.database = database;
    this.tokens = tokens;
  }

  /** As if the portal had just been set up, in front of the seeded APIs. */
  public void asSeeded() {
    sandbox.account().apiGateway().reset();
    database.change(handle -> handle.execute("delete from documented_api"));
    shelf.forget();
  }

  /** As seeded, and of either API a version has been published and its documents are made. */
  public void asPublished() {
    asSeeded();
    publish(LOYALTY, "1.0.0");
    look(LOYALTY);
    look(ORDERS);
  }

  /** A replica that looks at once after a publication. */
  EditionSchedule schedule() {
    return new EditionSchedule(
        new FixedDocumentsConfig(), apis, publicApis, making, editions, turn);
  }

  /** So that this replica looks. */
  void takeTurn() {
    turn.take(Duration.ofHours(1));
  }

  public void look(String api) {
    making.look(apis.find(api).orElseThrow());
  }

  /** Makes a version of the draft and shows it. */
  public void publish(String api, String version) {
    versions.createVersion(api, version, "");
    versions.show(api, "prod", version);
  }

  /** The header line of a token that opens nothing at MLflow, of somebody in those groups. */
  public String bearer(String... groups) {
    return bearer(Map.of("mlflow/churn", "viewer"), groups);
  }

  /** The same with what it is made for. */
  public String bearer(Map<String, String> grants, String... groups) {
    String subject = "reader " + UUID.randomUUID();
    Person person = new Person(subject, subject, Set.of(groups), Set.of(), "session");
    Creation.Made made =
        (Creation.Made)
            tokens.create(
                new NewToken(
                    "a test's",
                    Owner.person(subject),
                    grants,
                    Instant.now().plus(Duration.ofDays(1)),
                    UUID.randomUUID()),
                person);
    return "Authorization: Bearer " + made.secret().text();
  }
}
