package io.portico.docs;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.database.Database;
import io.portico.identity.Caller;
import io.portico.identity.EndedSessions;
import io.portico.identity.InvalidToken;
import io.portico.identity.Person;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.Eventually;
import io.portico.tokens.AccessToken;
import io.portico.tokens.AccessTokens;
import io.portico.tokens.BearerTokens;
import io.portico.tokens.Creation;
import io.portico.tokens.NewToken;
import io.portico.tokens.Owner;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The runbook's statements, run as an operator runs them. */
@QuarkusTest
class RunbookTest {
  private static final String REVOKE_PERSON = "Revoke a person";
  private static final String REVOKE_TOKEN = "Revoke a leaked token";

  /** As quoting has to bear it. */
  private static final Person LEAVER = person("o'neill;--", "Pat O'Neill");

  private static final Person COLLEAGUE = person("o'neill", "Sam O'Neill");

  /** A name from outside that ends a statement, were it not quoted. */
  private static final String OPERATOR = "Op'); drop table activity; --";

  @Inject AccessTokens tokens;
  @Inject BearerTokens bearers;
  @Inject Database database;
  @Inject EndedSessions ended;
  @Inject RunbookStatements client;

  private static Person person(String subject, String name) {
    return new Person(subject, name, Set.of("churn-team"), Set.of(), "session-of-" + name);
  }

  @BeforeEach
  void empty() {
    database.change(
        handle -> {
          handle.execute("delete from access_token");
          handle.execute("delete from activity where via = 'sql'");
        });
  }

  private Creation.Made made(Owner owner, Person by) {
    NewToken wish =
        new NewToken(
            "nightly",
            owner,
            Map.of("mlflow/churn", "viewer"),
            Instant.now().plus(Duration.ofDays(30)),
            UUID.randomUUID());
    return (Creation.Made) tokens.create(wish, by);
  }

  private Creation.Made made(Person owner) {
    return made(Owner.person(owner.subject()), owner);
  }

  private void assertOpens(Creation.Made made) {
    assertDoesNotThrow(() -> caller(made));
  }

  private Caller caller(Creation.Made made) {
    return bearers.callerOf(made.secret().text()).toCompletableFuture().join();
  }

  /** Revoked by the operator, with a trace in the audit trail. */
  private void assertRevoked(Creation.Made made) {
    Throwable refused = assertThrows(CompletionException.class, () -> caller(made)).getCause();
    assertEquals(InvalidToken.class, refused.getClass());
    assertTrue(refused.getMessage().startsWith("The token was revoked on "), refused.getMessage());
    AccessToken.Revocation revocation =
        tokens.find(made.token().id()).orElseThrow().revocation().orElseThrow();
    assertEquals(new AccessToken.Somebody("operator", OPERATOR), revocation.by());
    assertEquals(List.of("TOKEN_REVOKED DONE " + OPERATOR), trail(made));
  }

  private List<String> trail(Creation.Made made) {
    return database.transaction(
        handle ->
            handle
                .createQuery(
                    "select action || ' ' || result || ' ' || name from activity"
                        + " where via = 'sql' and resource = :resource")
                .bind("resource", "token/" + made.token().id())
                .mapTo(String.class)
                .list());
  }

  @Test
  void aPersonIsFoundByAPartOfTheirName() {
    made(LEAVER);
    made(COLLEAGUE);
    List<Map<String, Object>> found =
        client.rows(RunbookStatements.of(REVOKE_PERSON).get(0), Map.of("name", "pat o'n"));
    assertEquals(List.of(LEAVER.subject()), found.stream().map(row -> row.get("subject")).toList());
  }

  @Test
  @Holds(Promise.ENDED_ELSEWHERE_ENDS_HERE)
  void aPersonsSessionsEndAndNobodyElses() {
    Instant before = Instant.now();
    revoke(RunbookStatements.of(REVOKE_PERSON).get(1), Map.of("subject", LEAVER.subject()));
    Eventually.equal(true, () -> ended.include("any", LEAVER.subject(), before));
    assertFalse(ended.include("any", COLLEAGUE.subject(), before));
    assertEquals(
        List.of("SIGN_OUT all sessions of o'neill;--", "SIGN_OUT all sessions of o'neill;--"),
        database.transaction(
            handle ->
                handle
                    .createQuery("select action || ' ' || detail from activity where via = 'sql'")
                    .mapTo(String.class)
                    .list()));
  }

  @Test
  void aPersonsTokensEndAndNobodyElses() {
    List<Creation.Made> own = List.of(made(LEAVER), made(LEAVER));
    Creation.Made colleagues = made(COLLEAGUE);
    Creation.Made service = made(Owner.group("churn-team"), LEAVER);
    Creation.Made groupOfTheSameName = made(Owner.group(LEAVER.subject()), COLLEAGUE);
    revoke(RunbookStatements.of(REVOKE_PERSON).get(2), Map.of("subject", LEAVER.subject()));
    own.forEach(this::assertRevoked);
    List.of(colleagues, service, groupOfTheSameName).forEach(this::assertOpens);
  }

  @Test
  void serviceTokensThatAPersonMadeAreListedAndEnd() {
    Creation.Made own = made(LEAVER);
    Creation.Made service = made(Owner.group("churn-team"), LEAVER);
    Creation.Made colleagues = made(Owner.group("churn-team"), COLLEAGUE);
    Map<String, String> leaver = Map.of("subject", LEAVER.subject());
    assertEquals(
        List.of(service.token().id()),
        client.rows(RunbookStatements.of(REVOKE_PERSON).get(3), leaver).stream()
            .map(row -> row.get("id"))
            .toList());
    revoke(RunbookStatements.of(REVOKE_PERSON).get(4), leaver);
    assertRevoked(service);
    List.of(own, colleagues).forEach(this::assertOpens);
  }

  @Test
  void aLeakedTokenIsFoundByItsHashAndEnds() throws Exception {
    Creation.Made leaked = made(LEAVER);
    Creation.Made other = made(LEAVER);
    List<Map<String, Object>> found =
        client.rows(
            RunbookStatements.of(REVOKE_TOKEN).get(0),
            Map.of("hash", sha256(leaked.secret().text())));
    assertEquals(List.of(leaked.token().id()), found.stream().map(row -> row.get("id")).toList());
    revoke(RunbookStatements.of(REVOKE_TOKEN).get(1), Map.of("id", leaked.token().id().toString()));
    assertRevoked(leaked);
    assertOpens(other);
  }

  /** As {@code sha256sum} writes it. */
  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
  }

  /** Twice, for an operator may not know whether the first time went through. */
  private void revoke(String statement, Map<String, String> values) {
    Map<String, String> all = new HashMap<>(values);
    all.put("operator", OPERATOR);
    client.rows(statement, all);
    client.rows(statement, all);
  }

  @ParameterizedTest
  @MethodSource("io.portico.docs.RunbookStatements#all")
  void everyStatementFitsTheTables(String statement) {
    String filled =
        RunbookStatements.with(
            Map.of(
                "operator", OPERATOR,
                "subject", "nobody",
                "name", "nobody",
                "api", "ordersapi1",
                "hash", "0",
                "reference", "PMX3V23X",
                "resource", "mlflow/churn"),
            RunbookStatements.with(
                Map.of(
                    "id", UUID.randomUUID().toString(),
                    "since", "2026-05-04 12:00Z",
                    "from", "2026-05-04 12:00Z",
                    "to", "2026-05-04 13:00Z"),
                statement));
    assertFalse(filled.matches("(?s).*:'\\w.*"), filled);
    client.rows(filled, Map.of());
  }

  /** Alarms name them. */
  @Test
  void itsSectionsKeepTheirNames() {
    assertEquals(
        List.of(
            "Rotate the portal's secret",
            "Rotate the client secret of the identity provider",
            "Rotate the database password",
            "Revoke a person",
            "Revoke a leaked token",
            "Restore documentation",
            "Roll back a release",
            "Identity provider is down",
            "Database is down",
            "AWS throttles",
            "5xx above normal",
            "Latency",
            "Replicas restart",
            "Processor or memory is short",
            "The database is short of something",
            "The firewall blocks much",
            "Errors in the log",
            "A certificate ends",
            "Disk for uploads full",
            "Read the log of one error",
            "Find who did what"),
        RunbookStatements.PAGE.headings(2));
  }
}
