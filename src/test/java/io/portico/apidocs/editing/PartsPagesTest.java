package io.portico.apidocs.editing;

import static io.portico.apidocs.editing.LoyaltyApi.ACCOUNT;
import static io.portico.apidocs.editing.LoyaltyApi.ACCOUNT_TEXT;
import static io.portico.apidocs.editing.LoyaltyApi.AT_ACCOUNT;
import static io.portico.apidocs.editing.LoyaltyApi.AT_REWARDS;
import static io.portico.apidocs.editing.LoyaltyApi.REWARDS;
import static io.portico.apidocs.editing.LoyaltyApi.SEEN;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.database.Database;
import io.portico.testsupport.Eventually;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody types is saved, in fields or in JSON. */
@QuarkusTest
class PartsPagesTest {
  @Inject LoyaltyApi loyalty;
  @Inject Database database;

  private final Writer editor = Writer.signedInAs("editor");

  @BeforeEach
  @AfterEach
  void start() {
    loyalty.reset();
  }

  @Test
  void whatIsTypedIsSavedAndShown() {
    Response saved = editor.save(AT_REWARDS, "as=fields", "field:summary=List the rewards");
    saved.then().statusCode(303);
    assertEquals(Optional.of("{\"summary\":\"List the rewards\"}"), loyalty.at(REWARDS));
    String back = saved.header("Location");
    editor
        .visitor()
        .get(back.substring(back.indexOf("/app")))
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("Saved, in the draft"),
                containsString("value=\"List the rewards\""),
                containsString("aria-label=\"Contents\"")));
  }

  @Test
  void htmxGetsTheEditorAloneAndTellsTheContents() {
    editor
        .visitor()
        .get(Writer.PARTS + "?" + AT_ACCOUNT, "HX-Request", "true")
        .then()
        .statusCode(200)
        .body(allOf(containsString("value=\"Get account\""), not(containsString("<html"))));
    editor
        .postRaw("", AT_REWARDS, "as=fields&field:summary=List")
        .then()
        .statusCode(200)
        .header("HX-Trigger", equalTo("portico:part-saved"))
        .body(allOf(containsString("value=\"List\""), not(containsString("<html"))));
  }

  @Test
  void aReloadedPageOfTheHistoryIsWhole() {
    editor
        .visitor()
        .get(
            Writer.PARTS + "?" + AT_ACCOUNT,
            "HX-Request",
            "true",
            "HX-History-Restore-Request",
            "true")
        .then()
        .body(containsString("<html"));
  }

  @Test
  void whatNoFieldIsForSurvivesAsItWasWritten() {
    String text =
        "{\"x-cost\":1.0e2,\"summary\":\"Get\",\"deep\":{\"a\":[null,1]},\"tags\":[\"a\"]}";
    loyalty.write(ACCOUNT, text);
    editor
        .save(
            AT_ACCOUNT,
            "as=fields",
            "seen=" + text,
            "field:summary=Read",
            "field:description=",
            "field:tags=a")
        .then()
        .statusCode(303);
    assertEquals(Optional.of(text.replace("Get", "Read")), loyalty.at(ACCOUNT));
    assertTrue(editor.page(AT_ACCOUNT).contains("<code>x-cost</code>"));
  }

  @Test
  void anEmptiedFieldTakesItsKeyAway() {
    editor.save(AT_ACCOUNT, "as=fields", SEEN, "field:summary= ", "field:description=One\r\nTwo");
    assertEquals(Optional.of("{\"description\":\"One\\nTwo\"}"), loyalty.at(ACCOUNT));
  }

  @Test
  void jsonIsSavedAsItIs() {
    editor
        .save(AT_ACCOUNT, "as=json", SEEN, "json={\"description\": {\"a\": 1.0},\r\n \"b\": []}")
        .then()
        .statusCode(303);
    assertEquals(Optional.of("{\"description\":{\"a\":1.0},\"b\":[]}"), loyalty.at(ACCOUNT));
    assertTrue(editor.page(AT_ACCOUNT).contains("Something other than a plain text stands at"));
  }

  @Test
  void wrongJsonIsKeptAndSaidWhereItIsWrong() {
    editor
        .save(AT_ACCOUNT, "as=json", SEEN, "json={\n  \"a\": 1,\n  \"a\": 2}")
        .then()
        .statusCode(422)
        .body(
            allOf(
                containsString("Line 3, column 3: The key &quot;a&quot; is there twice"),
                containsString("data-line=\"3\" data-column=\"3\""),
                containsString("&quot;a&quot;: 1,\n  &quot;a&quot;: 2}</textarea>")));
    assertEquals(Optional.of(ACCOUNT_TEXT), loyalty.at(ACCOUNT));
  }

  @Test
  void jsonIsCheckedAsItIsTyped() {
    editor
        .postRaw("/check", "type=API", "json=%7B%7D")
        .then()
        .body(containsString("This can be saved"));
    editor
        .postRaw("/check", "type=API", "json=%7B%0D%0Atrue%7D")
        .then()
        .statusCode(200)
        .body(containsString("data-line=\"2\""));
  }

  @Test
  void markdownIsRenderedAsItIsTyped() {
    editor
        .postRaw("/markdown", "of=field:description", "field:description=**a**%3Cscript%3E")
        .then()
        .statusCode(200)
        .body(containsString("<strong>a</strong>"), not(containsString("<script")));
  }

  @Test
  void theOtherWayToWriteTakesUnsavedTextAlong() {
    editor
        .post("/form", AT_ACCOUNT + "&as=json", "as=fields", SEEN, "field:summary=Unsaved")
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("&quot;summary&quot;: &quot;Unsaved&quot;"),
                containsString("data-unsaved")));
    Response fields =
        editor.post(
            "/form",
            AT_ACCOUNT + "&as=fields",
            "as=json",
            SEEN,
            "json={\"summary\":\"U\",\"k\":1}");
    fields.then().statusCode(200).body(containsString("value=\"U\""));
    editor.save(
        AT_ACCOUNT, "as=fields", SEEN, "base={\"summary\":\"U\",\"k\":1}", "field:summary=V");
    assertEquals(Optional.of("{\"summary\":\"V\",\"k\":1}"), loyalty.at(ACCOUNT));
  }

  @Test
  void jsonThatCannotBeReadStaysJson() {
    editor
        .post("/form", AT_ACCOUNT + "&as=fields", "as=json", SEEN, "json={oops")
        .then()
        .statusCode(422)
        .body(containsString("{oops</textarea>"));
  }

  @Test
  void nothingAtAllIsNotSaved() {
    editor
        .save(AT_REWARDS, "as=fields", "field:summary= ")
        .then()
        .statusCode(422)
        .body(containsString("Nothing is written yet"));
    assertEquals(Optional.empty(), loyalty.at(REWARDS));
  }

  @Test
  void addressesAreHeldToTheirForm() {
    editor
        .save(
            "type=API",
            "as=fields",
            "seen={\"info\":{\"description\":\"TBD\"}}",
            "field:info.license.url=javascript:alert(1)",
            "field:info.contact.email=nobody",
            "field:info.title=Loyalty")
        .then()
        .statusCode(422)
        .body(
            allOf(
                containsString("Write the whole address"),
                containsString("Write one e-mail address"),
                containsString("value=\"javascript:alert(1)\""),
                containsString("value=\"Loyalty\"")));
  }

  @Test
  void viewersReadAndOthersSeeNothing() {
    Visitor lead = Visitor.signedInAs("lead");
    String orders = "/app/apis/ordersapi1/parts?type=METHOD&path=%2Forders&method=GET";
    lead.get(orders)
        .then()
        .statusCode(200)
        .body(allOf(containsString("List orders"), not(containsString("<textarea"))));
    lead.submit("/app/tokens", orders, List.of("as=fields", "field:summary=x"))
        .then()
        .statusCode(403);
    lead.get(orders.replace("parts?", "parts/delete?")).then().statusCode(403);
    lead.get(Writer.PARTS + "?" + AT_ACCOUNT).then().statusCode(404);
    Visitor.signedInAs("scientist").get(orders).then().statusCode(404);
  }

  @Test
  void theTrailTellsWhoWroteAndDeletedWhat() {
    database.change(handle -> handle.execute("delete from activity"));
    editor.save(AT_REWARDS, "as=fields", "field:summary=List");
    editor.post("/delete", AT_REWARDS, "seen={\"summary\":\"List\"}");
    Eventually.equal(
        List.of("PART_WRITTEN DONE GET /rewards", "PART_DELETED DONE GET /rewards"), this::trail);
  }

  private List<String> trail() {
    return database.transaction(
        handle ->
            handle
                .createQuery(
                    "select action || ' ' || result || ' ' || detail from activity"
                        + " where resource = 'apis/loyaltyap1' order by at")
                .mapTo(String.class)
                .list());
  }
}
