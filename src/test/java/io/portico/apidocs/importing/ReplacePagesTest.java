package io.portico.apidocs.importing;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.apidocs.Drafts;
import io.portico.apidocs.Gateway;
import io.portico.apidocs.RestApi;
import io.portico.database.Database;
import io.portico.sandbox.Sandbox;
import io.portico.testsupport.Eventually;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One text for another in a whole draft, from the form to API Gateway. */
@QuarkusTest
@Timeout(60)
class ReplacePagesTest {
  private static final String PAGE = "/app/apis/ordersapi1/replace";
  private static final Pattern BASE = Pattern.compile("name=\"base\" value=\"([0-9a-f]+)\"");

  @Inject Sandbox sandbox;
  @Inject Drafts drafts;
  @Inject Database database;

  @BeforeEach
  @AfterEach
  void asSeeded() {
    sandbox.account().apiGateway().reset();
    Gateway.freeQuotas(database);
    drafts.forget(new RestApi("ordersapi1", "", "", Map.of()));
  }

  private int imports() {
    return sandbox.account().apiGateway().tally().received("ImportDocumentationParts");
  }

  @Test
  void everyChangeIsShownAndThenMadeByOneImport() {
    int before = imports();
    Visitor editor = Visitor.signedInAs("editor");
    Response planned =
        editor.submit(PAGE, PAGE, List.of("find=order", "replacement=purchase", "words=yes"));
    assertEquals(303, planned.statusCode());
    String plan = planned.header("Location").substring(Visitor.PORTAL.length());
    String shown = editor.get(plan).asString();
    assertTrue(shown.contains("&quot;order&quot; by &quot;purchase&quot;"), shown);
    assertTrue(shown.contains("purchase"), shown);
    assertEquals(before, imports());

    Matcher base = BASE.matcher(shown);
    assertTrue(base.find(), shown);
    editor.submit(plan, plan, List.of("base=" + base.group(1))).then().statusCode(303);
    Eventually.equal(true, () -> editor.get(plan).asString().contains("Restore"));
    assertEquals(before + 1, imports());
    String found = editor.get("/app/apis/ordersapi1?find=purchase").asString();
    assertTrue(found.contains("<small>own</small>"), found);
    String activity =
        Visitor.signedInAs("editor").get("/app/activity?resource=apis/ordersapi1").asString();
    assertTrue(activity.contains("parts replaced"), activity);
  }

  @Test
  void whatIsNowhereIsSaidAndTheFormKept() {
    Visitor.signedInAs("editor")
        .submit(
            PAGE,
            PAGE,
            List.of("find=<b>nowhere", "replacement=\"x", "caseless=yes", "type=METHOD"))
        .then()
        .statusCode(422)
        .body(
            allOf(
                containsString("No text of the draft has it"),
                containsString("value=\"&lt;b&gt;nowhere\""),
                containsString("value=\"&quot;x\""),
                containsString("value=\"METHOD\" checked"),
                not(containsString("<b>nowhere"))));
  }

  @Test
  void whatCannotBeFoundIsRefused() {
    Visitor editor = Visitor.signedInAs("editor");
    editor
        .submit(PAGE, PAGE, List.of("find=", "replacement=x"))
        .then()
        .statusCode(422)
        .body(containsString("Say what to find"));
    editor
        .submit(PAGE, PAGE, List.of("find=" + "x".repeat(1_001)))
        .then()
        .statusCode(422)
        .body(containsString("too long to find"));
    editor.submit(PAGE, PAGE, List.of("find=x", "type=NONSENSE")).then().statusCode(303);
  }

  @Test
  void aViewerMayNot() {
    Visitor lead = Visitor.signedInAs("lead");
    lead.get(PAGE).then().statusCode(403);
    lead.submit("/app", PAGE, List.of("find=order")).then().statusCode(403);
    lead.get("/app/apis/ordersapi1").then().body(not(containsString(PAGE)));
  }
}
