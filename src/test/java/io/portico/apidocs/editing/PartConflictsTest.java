package io.portico.apidocs.editing;

import static io.portico.apidocs.editing.LoyaltyApi.ACCOUNT;
import static io.portico.apidocs.editing.LoyaltyApi.AT_ACCOUNT;
import static io.portico.apidocs.editing.LoyaltyApi.SEEN;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people write about the same place. */
@QuarkusTest
class PartConflictsTest {
  @Inject LoyaltyApi loyalty;

  private final Writer editor = Writer.signedInAs("editor");

  @BeforeEach
  @AfterEach
  void start() {
    loyalty.reset();
  }

  @Test
  void whatSomebodyElseHasWrittenIsShownBesideMine() {
    loyalty.write(ACCOUNT, "{\"summary\":\"Theirs\"}");
    Response conflict = editor.save(AT_ACCOUNT, "as=fields", SEEN, "field:summary=Mine");
    conflict
        .then()
        .statusCode(409)
        .body(
            allOf(
                containsString("Somebody else has changed this meanwhile"),
                containsString("&quot;summary&quot;: &quot;Theirs&quot;"),
                containsString("&quot;summary&quot;: &quot;Mine&quot;"),
                containsString(
                    "name=\"seen\" value=\"{&quot;summary&quot;:&quot;Theirs&quot;}\"")));
    assertEquals(Optional.of("{\"summary\":\"Theirs\"}"), loyalty.at(ACCOUNT));
    editor
        .save(
            AT_ACCOUNT,
            "as=json",
            "seen={\"summary\":\"Theirs\"}",
            "json={\n  \"summary\": \"Mine\"\n}")
        .then()
        .statusCode(303);
    assertEquals(Optional.of("{\"summary\":\"Mine\"}"), loyalty.at(ACCOUNT));
  }

  @Test
  void whatSomebodyElseHasDeletedCanBeWrittenAgain() {
    loyalty.delete(ACCOUNT);
    editor
        .save(AT_ACCOUNT, "as=fields", SEEN, "field:summary=Mine")
        .then()
        .statusCode(409)
        .body(allOf(containsString("They have deleted it"), not(containsString("name=\"seen\""))));
    editor.save(AT_ACCOUNT, "as=json", "json={\"summary\":\"Mine\"}").then().statusCode(303);
    assertEquals(Optional.of("{\"summary\":\"Mine\"}"), loyalty.at(ACCOUNT));
  }

  @Test
  void whoeverWritesTheSameAsSomebodyElseIsDone() {
    loyalty.write(ACCOUNT, "{\"summary\":\"Same\"}");
    editor.save(AT_ACCOUNT, "as=fields", SEEN, "field:summary=Same").then().statusCode(303);
  }

  @Test
  void goingOnWithMineShowsTheirsBesideIt() {
    editor
        .post(
            "/form",
            AT_ACCOUNT + "&as=fields&beside=true",
            "as=json",
            "seen={\"summary\":\"Theirs\"}",
            "json={\"summary\":\"Mine\"}")
        .then()
        .body(
            allOf(
                containsString("What is there now"),
                containsString("&quot;summary&quot;: &quot;Theirs&quot;"),
                containsString("value=\"Mine\"")));
  }

  @Test
  void whatHasChangedIsNotDeleted() {
    loyalty.write(ACCOUNT, "{\"summary\":\"Theirs\"}");
    editor
        .post("/delete", AT_ACCOUNT, SEEN)
        .then()
        .statusCode(409)
        .body(allOf(containsString("nothing was deleted"), containsString("value=\"Theirs\"")));
    assertEquals(Optional.of("{\"summary\":\"Theirs\"}"), loyalty.at(ACCOUNT));
  }
}
