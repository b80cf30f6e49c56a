package io.portico.apidocs.editing;

import static io.portico.apidocs.editing.LoyaltyApi.ACCOUNT_TEXT;
import static io.portico.apidocs.editing.LoyaltyApi.AT_ACCOUNT;
import static io.portico.apidocs.editing.LoyaltyApi.AT_REWARDS;
import static io.portico.apidocs.editing.LoyaltyApi.REWARDS;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.apidocs.Drafts;
import io.portico.apidocs.DraftsAway;
import io.portico.database.Database;
import io.portico.testsupport.Eventually;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a text that API Gateway does not take. */
@QuarkusTest
class RefusedPartsTest {
  private static final int MOST_PARTS = 2_000;

  @Inject LoyaltyApi loyalty;
  @Inject Database database;

  private final Writer editor = Writer.signedInAs("editor");

  @BeforeEach
  @AfterEach
  void start() {
    loyalty.reset();
  }

  @Test
  void aSilentApiGatewayCostsNoText() {
    Instant start = Instant.now();
    QuarkusMock.installMockForType(new DraftsAway(), Drafts.class);
    editor
        .save(AT_REWARDS, "as=fields", "field:summary=Hours of work")
        .then()
        .statusCode(503)
        .body(
            allOf(
                containsString("API Gateway does not answer"),
                containsString("value=\"Hours of work\""),
                containsString("data-unsaved")));
    editor
        .postRaw("", AT_REWARDS, "as=json&json=%7B%22summary%22:%22Hours%22%7D")
        .then()
        .statusCode(503)
        .body(
            allOf(
                containsString("&quot;summary&quot;:&quot;Hours&quot;"),
                not(containsString("<html"))));
    editor
        .post("/form", AT_REWARDS + "&as=json", "as=fields", "field:summary=Hours")
        .then()
        .statusCode(200)
        .body(containsString("&quot;summary&quot;: &quot;Hours&quot;"));
    editor
        .post("/delete", AT_ACCOUNT, "seen=" + ACCOUNT_TEXT)
        .then()
        .statusCode(503)
        .body(containsString("value=\"Get account\""));
    Eventually.equal(
        List.of("PART_WRITTEN FAILED", "PART_WRITTEN FAILED", "PART_DELETED FAILED"),
        () -> trailSince(start));
  }

  private List<String> trailSince(Instant start) {
    return database.transaction(
        handle ->
            handle
                .createQuery(
                    "select action || ' ' || result from activity"
                        + " where resource = 'apis/loyaltyap1' and at >= :start order by at")
                .bind("start", start)
                .mapTo(String.class)
                .list());
  }

  @Test
  void aFullApiSaysSoAndKeepsTheText() {
    loyalty.fill(MOST_PARTS);
    editor
        .save(AT_REWARDS, "as=fields", "field:summary=One too many")
        .then()
        .statusCode(422)
        .body(
            allOf(
                containsString("API Gateway did not accept this"),
                containsString("value=\"One too many\"")));
    assertEquals(Optional.empty(), loyalty.at(REWARDS));
  }

  @Test
  void aTextThatThePortalCannotReadIsNotWrittenOver() {
    loyalty.bring(
        "{\"location\":{\"type\":\"METHOD\",\"path\":\"/rewards\",\"method\":\"GET\"},\"properties\":%s1%s}"
            .formatted("{\"a\":".repeat(80), "}".repeat(80)));
    editor
        .save(AT_REWARDS, "as=fields", "field:summary=Mine")
        .then()
        .statusCode(409)
        .body(
            allOf(
                containsString("a text here that the portal cannot read"),
                containsString("value=\"Mine\"")));
  }
}
