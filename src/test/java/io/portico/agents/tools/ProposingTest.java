package io.portico.agents.tools;

import static io.portico.agents.tools.ToolRequests.assertProblem;
import static io.portico.agents.tools.ToolRequests.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.agents.Published;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.RestApis;
import io.portico.apidocs.proposing.Proposal;
import io.portico.apidocs.proposing.Proposals;
import io.portico.database.Database;
import io.portico.testsupport.Eventually;
import io.portico.testsupport.RawHttp.Response;
import io.portico.testsupport.TestIssuer;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs propose, and change nothing. */
@QuarkusTest
class ProposingTest {
  private static final String TOOL = "/api/tools/propose_documentation_part";

  private final String subject = "writer " + UUID.randomUUID();

  @Inject TestIssuer issuer;
  @Inject Published published;
  @Inject Proposals proposals;
  @Inject RestApis apis;
  @Inject Drafts drafts;
  @Inject Database database;

  @BeforeEach
  void start() {
    published.asSeeded();
    drafts.forget(apis.find(Published.LOYALTY).orElseThrow());
    database.change(handle -> handle.execute("delete from documentation_proposal"));
  }

  private String token(String... groups) {
    return issuer.token(
        issuer.claims().put("sub", subject).put("groups", new JsonArray(List.of(groups))));
  }

  private String editor() {
    return "Authorization: Bearer " + token("api-editors");
  }

  private static JsonObject arguments(String api, String method, String summary) {
    return new JsonObject()
        .put("api", api)
        .put(
            "place",
            new JsonObject()
                .put("type", "METHOD")
                .put("path", "/accounts/{accountId}")
                .put("method", method))
        .put("properties", JsonObject.of("summary", summary))
        .put("reason", "It has no summary yet.");
  }

  private static String summary(String summary) {
    return arguments(Published.LOYALTY, "GET", summary).encode();
  }

  private int count() {
    return database.<Integer>transaction(
        handle ->
            handle
                .createQuery("select count(*) from documentation_proposal")
                .mapTo(Integer.class)
                .one());
  }

  @Test
  void aProposalWaitsForAPersonAndTheDraftStaysAsItIs() throws IOException {
    Response answer = post(TOOL, summary("Reads an account."), editor());
    assertEquals(200, answer.status(), answer.text());
    JsonObject kept = new JsonObject(answer.text());
    assertEquals("open", kept.getString("state"));
    Proposal proposal =
        proposals
            .find(Published.LOYALTY, UUID.fromString(kept.getString("proposal_id")))
            .orElseThrow();
    assertEquals(subject, proposal.by().subject());
    assertEquals("{\"summary\":\"Reads an account.\"}", proposal.keys().compact());
    assertEquals(ToolRequests.PORTAL + proposal.address(), kept.getString("page"));
    assertFalse(
        drafts.fresh(apis.find(Published.LOYALTY).orElseThrow()).documentation().parts().stream()
            .anyMatch(part -> part.properties().compact().contains("Reads an account.")));
  }

  @Test
  void bothWaysKeepTheSameOnce() throws IOException {
    String id =
        new JsonObject(post(TOOL, summary("Once."), editor()).text()).getString("proposal_id");
    try (Agent agent = new Agent(token("api-editors"), "http://localhost:8081")) {
      JsonObject again =
          agent.call(
              "propose_documentation_part",
              Map.of(
                  "api",
                  Published.LOYALTY,
                  "place",
                  Map.of("type", "METHOD", "path", "/accounts/{accountId}", "method", "GET"),
                  "properties",
                  Map.of("summary", "Once."),
                  "reason",
                  "In other words."));
      assertEquals(id, again.getString("proposal_id"));
    }
    assertEquals(1, count());
  }

  @Test
  void whatIsSentAgainWithItsKeyGetsTheFirstAnswer() throws IOException {
    String key = "Idempotency-Key: \"" + UUID.randomUUID() + "\"";
    String first = summary("First.");
    Response one = post(TOOL, first, editor(), key);
    assertFalse(one.header("Idempotency-Replayed").isPresent());
    // What is not open any more would else be proposed anew.
    database.change(handle -> handle.execute("delete from documentation_proposal"));
    Response again = post(TOOL, first, editor(), key);
    assertEquals(200, again.status(), again.text());
    assertEquals(one.text(), again.text());
    assertEquals("true", again.header("Idempotency-Replayed").orElseThrow());
    assertEquals(0, count());
    assertProblem(post(TOOL, summary("Second."), editor(), key), 422, "idempotency-key-used");
    assertNotEquals(one.text(), post(TOOL, first, editor()).text());
  }

  @Test
  void whatWasRefusedMayBeMendedUnderTheSameKey() throws IOException {
    String key = "Idempotency-Key: mended-" + UUID.randomUUID();
    assertProblem(post(TOOL, "{}", editor(), key), 422, "invalid-arguments");
    assertEquals(200, post(TOOL, summary("Mended."), editor(), key).status());
  }

  @ParameterizedTest
  @CsvSource({"'\"a\", \"b\"'", "'\"\"'", "'a b'"})
  void aKeyThatCannotBeKeptIsRefused(String key) throws IOException {
    assertProblem(
        post(TOOL, summary("x"), editor(), "Idempotency-Key: " + key),
        400,
        "invalid-idempotency-key");
    assertEquals(0, count());
  }

  @Test
  void viewersAndStrangersProposeNothing() throws IOException {
    String orders = arguments(Published.ORDERS, "GET", "x").encode();
    Response viewer = post(TOOL, orders, "Authorization: Bearer " + token("churn-leads"));
    assertProblem(viewer, 403, "forbidden");
    assertTrue(viewer.text().contains("Ask for the role editor"), viewer.text());
    assertProblem(post(TOOL, orders, "Authorization: Bearer " + token("nobody")), 404, "not-found");
    assertEquals(0, count());
  }

  @Test
  void aTokenOfThePortalProposesOnlyIfItIsMadeForThat() throws IOException {
    Response reading = post(TOOL, summary("x"), published.bearer("api-editors"));
    assertProblem(reading, 403, "forbidden");
    assertTrue(reading.text().contains("not for proposals"), reading.text());
    assertEquals(
        200,
        post(TOOL, summary("x"), published.bearer(Map.of("apis/*", "editor"), "api-editors"))
            .status());
    assertProblem(
        post(TOOL, summary("x"), published.bearer(Map.of("apis/*", "editor"), "churn-leads")),
        404,
        "not-found");
  }

  @Test
  void whatCannotBeProposedIsToldWithWhatToDo() throws IOException {
    JsonObject nowhere = arguments(Published.LOYALTY, "PATCH", "x");
    assertProblem(post(TOOL, nowhere.encode(), editor()), 422, "tool-refused");
    JsonObject place = arguments(Published.LOYALTY, "GET", "x");
    place.getJsonObject("place").put("type", "NOWHERE");
    Response answer = post(TOOL, place.encode(), editor());
    assertProblem(answer, 422, "tool-refused");
    assertTrue(answer.text().contains("There is no such place"), answer.text());
    JsonObject large = arguments(Published.LOYALTY, "GET", "x".repeat(70_000));
    assertProblem(post(TOOL, large.encode(), editor()), 422, "tool-refused");
    JsonObject silent = arguments(Published.LOYALTY, "GET", "x").put("reason", " ");
    assertProblem(post(TOOL, silent.encode(), editor()), 422, "tool-refused");
    JsonObject nul = arguments(Published.LOYALTY, "GET", "a\u0000b");
    assertProblem(post(TOOL, nul.encode(), editor()), 422, "tool-refused");
    assertEquals(0, count());
  }

  @Test
  void itIsInTheTrailOfTheApi() throws IOException {
    post(TOOL, summary("Recorded."), editor());
    Eventually.equal(
        List.of("PART_PROPOSED DONE", "TOOL_CALLED DONE"),
        () ->
            database.transaction(
                handle ->
                    handle
                        .createQuery(
                            """
                            select action || ' ' || result from activity
                            where subject = :subject and resource = 'apis/loyaltyap1'
                            order by action
                            """)
                        .bind("subject", subject)
                        .mapTo(String.class)
                        .list()));
  }
}
