package io.portico.connect;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.database.Database;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.sandbox.SandboxDatabase;
import io.portico.testsupport.Eventually;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConnectPagesTest {
  private static final String PAGE = "/app/tokens";
  private static final Pattern SECRET = Pattern.compile("portico_[0-9a-f]{72}");
  private static final Pattern NONCE = Pattern.compile("name=\"nonce\" value=\"([^\"]+)\"");
  private static final Pattern REVOKE =
      Pattern.compile("href=\"(/app/tokens/[0-9a-f-]{36}/revoke)\"");

  @Inject Database database;
  @Inject SandboxDatabase postgres;

  private final Visitor scientist = Visitor.signedInAs("scientist");

  @BeforeEach
  void start() {
    database.change(handle -> handle.execute("delete from access_token"));
  }

  private static Response make(Visitor visitor, String... fields) {
    return visitor.submit(
        PAGE,
        PAGE,
        Stream.concat(Stream.of("nonce=" + UUID.randomUUID(), "lifetime=30"), Stream.of(fields))
            .toList());
  }

  private static Response makeChurn(Visitor visitor, String name) {
    return make(visitor, "name=" + name, "server=churn", "level=churn/viewer");
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertTrue(matcher.find(), pattern + " in " + text);
    return matcher.group(matcher.groupCount());
  }

  private static String page(Visitor visitor) {
    return visitor.get(PAGE).then().statusCode(200).extract().asString();
  }

  private static Response test(Visitor visitor, String secret) {
    return visitor.submit(PAGE, PAGE + "/test", List.of("token=" + secret));
  }

  @Test
  void whoHasNoneIsToldWhatToDoNext() {
    assertTrue(page(scientist).contains("You have no tokens"));
    assertTrue(page(Visitor.signedInAs("guest")).contains("No tracking server is open to you"));
  }

  @Test
  void theSecretIsShownOnceAndWorks() {
    Response made = makeChurn(scientist, "nightly training");
    made.then()
        .statusCode(200)
        .header("Cache-Control", equalTo("no-store"))
        .body(containsString("You will not see it again"));
    String secret = first(SECRET, made.asString());
    String list = page(scientist);
    assertTrue(list.contains("nightly training"));
    assertFalse(SECRET.matcher(list).find());
    Response tested = test(scientist, secret);
    tested
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("This token works"),
                containsString("Scientist"),
                containsString("Customer churn"),
                containsString("viewer"),
                containsString("in 30 days"),
                not(containsString(secret))));
  }

  /** An MCP client reads it as JSON; the portal fills in its address and the secret. */
  @Test
  void anMcpClientIsToldTheAddressAndTheSecret() {
    String made = makeChurn(scientist, "agent").asString();
    String snippet =
        first(Pattern.compile("<code id=\"mcp-agents\">([^<]+)</code>"), made)
            .replace("&quot;", "\"");
    JsonObject server =
        new JsonObject(snippet).getJsonObject("mcpServers").getJsonObject("portico");
    assertEquals("http", server.getString("type"));
    assertEquals("http://localhost:8081/mcp", server.getString("url"));
    assertEquals(
        "Bearer " + first(SECRET, made),
        server.getJsonObject("headers").getString("Authorization"));
  }

  @Test
  void editorsWithoutATrackingServerConnectAgents() {
    Visitor editor = Visitor.signedInAs("editor");
    String page = page(editor);
    assertTrue(page.contains("It may propose changes of drafts"));
    assertFalse(page.contains("No tracking server is open to you"));
    Response made = make(editor, "name=writer", "documentation=editor");
    made.then().statusCode(200).body(containsString("/api/tools/list_apis"));
    String list = page(editor);
    assertTrue(list.contains("API documentation <span class=\"level\">editor</span>"), list);
    test(editor, first(SECRET, made.asString()))
        .then()
        .body(
            allOf(
                containsString("This token works"), containsString("It reads the documentation")));
  }

  @Test
  void whoMayNotProposeIsNotAskedAndNotLet() {
    Visitor lead = Visitor.signedInAs("lead");
    assertFalse(page(lead).contains("It may propose"));
    make(lead, "name=x", "server=churn", "level=churn/viewer", "documentation=editor")
        .then()
        .statusCode(422)
        .body(containsString("Only editors of an API propose"));
    assertEquals(0, count());
  }

  @Test
  void whatItIsMadeForStandsInTheList() {
    make(
        scientist,
        "name=both",
        "server=churn",
        "server=forecasting",
        "level=churn/contributor",
        "level=forecasting/viewer");
    String list = page(scientist);
    for (String shown :
        List.of("both", "Customer churn", "contributor", "viewer", "never", "in 30 days", "live")) {
      assertTrue(list.contains(shown), shown);
    }
  }

  @Test
  void theSameFormMakesOneToken() {
    List<String> form =
        List.of(
            "nonce=" + UUID.randomUUID(),
            "lifetime=7",
            "name=once",
            "server=churn",
            "level=churn/viewer");
    scientist.submit(PAGE, PAGE, form).then().statusCode(200);
    Response again = scientist.submit(PAGE, PAGE, form);
    again.then().statusCode(409).body(containsString("made already"));
    assertFalse(SECRET.matcher(again.asString()).find());
    assertEquals(1, count());
  }

  private int count() {
    return database.<Integer>transaction(
        handle ->
            handle.createQuery("select count(*) from access_token").mapTo(Integer.class).one());
  }

  @Test
  void eachPageHasANonceOfItsOwn() {
    assertFalse(first(NONCE, page(scientist)).equals(first(NONCE, page(scientist))));
  }

  @Test
  void aWrongFormIsKeptAndItsProblemsStandAtTheirFields() {
    Response refused =
        make(
            scientist,
            "name=",
            "server=churn",
            "level=churn/contributor",
            "lifetime=until",
            "until=tomorrow");
    refused
        .then()
        .statusCode(422)
        .body(
            allOf(
                containsString("aria-describedby=\"problem-name\""),
                containsString("id=\"problem-name\""),
                containsString("name=\"server\" value=\"churn\" checked"),
                containsString("value=\"churn/contributor\" selected")));
    assertEquals(0, count());
  }

  @Test
  void aWrongDayIsKept() {
    make(scientist, "name=n", "server=churn", "level=churn/viewer").then().statusCode(200);
    scientist
        .submit(
            PAGE,
            PAGE,
            List.of(
                "nonce=" + UUID.randomUUID(),
                "name=kept name",
                "server=churn",
                "level=churn/viewer",
                "lifetime=until",
                "until=tomorrow"))
        .then()
        .statusCode(422)
        .body(
            allOf(
                containsString("value=\"tomorrow\""),
                containsString("value=\"kept name\""),
                containsString("aria-describedby=\"problem-lifetime\"")));
  }

  @Test
  void nobodyMakesATokenForMoreThanTheyHave() {
    make(scientist, "name=n", "server=churn", "level=churn/manager").then().statusCode(422);
    make(scientist, "name=n", "server=echo", "level=echo/viewer").then().statusCode(422);
    make(scientist, "name=n", "server=churn", "level=churn/viewer", "owner=group/churn-team")
        .then()
        .statusCode(422);
    make(Visitor.signedInAs("guest"), "name=n", "server=churn", "level=churn/viewer")
        .then()
        .statusCode(422);
    assertEquals(0, count());
  }

  @Test
  void aFormWithoutItsTokenMakesNothing() {
    scientist
        .request("Origin", Visitor.PORTAL)
        .contentType("application/x-www-form-urlencoded")
        .body("name=n&server=churn&level=churn%2Fviewer&lifetime=7&nonce=" + UUID.randomUUID())
        .post("http://127.0.0.1:8081" + PAGE)
        .then()
        .statusCode(400);
    assertEquals(0, count());
  }

  @Test
  void aRevokedTokenIsRefusedFromThenOn() {
    String secret = first(SECRET, makeChurn(scientist, "to be revoked").asString());
    test(scientist, secret).then().body(containsString("This token works"));
    String revoke = first(REVOKE, page(scientist));
    scientist
        .get(revoke)
        .then()
        .statusCode(200)
        .body(allOf(containsString("to be revoked"), containsString("Customer churn")));
    scientist
        .submit(revoke, revoke)
        .then()
        .statusCode(303)
        .header("Location", containsString(PAGE));
    test(scientist, secret)
        .then()
        .body(allOf(containsString("does not work"), containsString("was revoked on")));
    String list = page(scientist);
    assertTrue(list.contains("revoked") && list.contains("by Scientist"));
    assertFalse(REVOKE.matcher(list).find(), "it is revoked once");
  }

  @Test
  void anotherPersonsTokenIsNotThere() {
    makeChurn(scientist, "private matter");
    String revoke = first(REVOKE, page(scientist));
    Visitor lead = Visitor.signedInAs("lead");
    assertFalse(page(lead).contains("private matter"));
    lead.get(revoke).then().statusCode(404);
    lead.submit(PAGE, revoke).then().statusCode(404);
    lead.submit(PAGE, PAGE + "/" + UUID.randomUUID() + "/revoke").then().statusCode(404);
    lead.submit(PAGE, PAGE + "/not-an-id/revoke").then().statusCode(404);
    test(scientist, "portico_").then().body(containsString("does not work"));
    assertTrue(first(REVOKE, page(scientist)).equals(revoke), "still live");
  }

  @Test
  void aManagerMakesATokenForAGroup() {
    Visitor lead = Visitor.signedInAs("lead");
    assertTrue(page(lead).contains("value=\"group/churn-leads\""));
    assertFalse(page(scientist).contains("name=\"owner\""));
    Response made =
        make(
            lead,
            "name=deployment",
            "server=churn",
            "level=churn/contributor",
            "owner=group/churn-leads");
    test(scientist, first(SECRET, made.asString()))
        .then()
        .body(allOf(containsString("deployment"), containsString("service:")));
    assertTrue(page(lead).contains("group churn-leads"));
    assertFalse(page(scientist).contains("deployment"));
    String revoke = first(REVOKE, page(lead));
    lead.submit(revoke, revoke).then().statusCode(303);
  }

  @Test
  void whoManagesNothingSeesTheirGroupsTokenAndMayNotRevokeIt() {
    makeChurn(scientist, "of the group");
    database.change(
        handle ->
            handle.execute(
                "update access_token set owner_kind = 'GROUP', owner = 'forecasting-readers'"));
    String list = page(scientist);
    assertTrue(list.contains("group forecasting-readers"));
    assertFalse(REVOKE.matcher(list).find());
    String id =
        database.transaction(
            handle ->
                handle.createQuery("select id::text from access_token").mapTo(String.class).one());
    scientist.submit(PAGE, PAGE + "/" + id + "/revoke").then().statusCode(403);
    assertEquals(
        1,
        database.<Integer>transaction(
            handle ->
                handle
                    .createQuery("select count(*) from access_token where revoked_at is null")
                    .mapTo(Integer.class)
                    .one()));
  }

  @Test
  void theLimitIsToldAtTheOwner() {
    makeChurn(scientist, "first");
    database.change(
        handle ->
            handle.execute(
                """
                insert into access_token
                select gen_random_uuid(), 'hash ' || i, name, owner_kind, owner, grants, created_at,
                  created_by, created_by_name, gen_random_uuid(), expires_at
                from access_token, generate_series(2, 50) i
                """));
    makeChurn(scientist, "one too many")
        .then()
        .statusCode(422)
        .body(allOf(containsString("50 live tokens"), containsString("value=\"one too many\"")));
    assertEquals(50, count());
  }

  @Test
  void hostileNamesAreText() {
    String name = "<script>alert(1)</script>\"'{name}";
    makeChurn(scientist, name).then().statusCode(200);
    String list = page(scientist);
    assertFalse(list.contains("<script>alert"));
    assertTrue(list.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    make(scientist, "name=\"><script>alert(2)</script>", "until=\"><script>alert(3)</script>")
        .then()
        .statusCode(422)
        .body(not(containsString("<script>alert")));
  }

  @Test
  void theSnippetsFollowTheChosenServer() {
    scientist
        .get(PAGE + "?server=forecasting")
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("http://localhost:8081/api/mlflow/forecasting"),
                containsString("&lt;your token&gt;"),
                not(containsString("/api/mlflow/churn"))));
    assertTrue(page(scientist).contains("http://localhost:8081/api/mlflow/churn"));
    scientist
        .get(PAGE + "?server=echo")
        .then()
        .statusCode(200)
        .body(not(containsString("/api/mlflow/echo")));
  }

  @Test
  void theTestSaysWhyATokenDoesNotWork() {
    test(scientist, "").then().statusCode(200).body(containsString("no token in the field"));
    test(scientist, "portico_0000")
        .then()
        .statusCode(200)
        .body(allOf(containsString("mistyped or cut off"), not(containsString("portico_0000"))));
    test(scientist, "hunter2")
        .then()
        .statusCode(200)
        .body(allOf(containsString("does not work"), not(containsString("hunter2"))));
  }

  @Test
  @Holds(Promise.EVERY_DEED_IS_RECORDED)
  void theTrailTellsWhoMadeAndRevokedWhat() {
    String secret = first(SECRET, makeChurn(scientist, "on the trail").asString());
    String revoke = first(REVOKE, page(scientist));
    scientist.submit(revoke, revoke);
    scientist.submit(PAGE, revoke);
    String id = revoke.split("/")[3];
    Eventually.equal(
        List.of("TOKEN_CREATED DONE Scientist", "TOKEN_REVOKED DONE Scientist"),
        () -> trail("action || ' ' || result || ' ' || name", id));
    String detail = trail("detail", id).get(0);
    assertTrue(
        detail.matches("on the trail for Scientist: mlflow/churn viewer, until 20.*Z"), detail);
    assertFalse(trail("activity::text", id).toString().contains(secret.substring(8)));
  }

  private List<String> trail(String what, String token) {
    return database.transaction(
        handle ->
            handle
                .createQuery(
                    "select " + what + " from activity where resource = :token order by at")
                .bind("token", "token/" + token)
                .mapTo(String.class)
                .list());
  }

  @Test
  @Holds(Promise.NO_SECRET_IS_LOGGED)
  void noSecretReachesTheLog() {
    List<String> lines = new CopyOnWriteArrayList<>();
    Handler ear =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            lines.add(line.getMessage() + " " + List.of(parameters(line)));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger root = Logger.getLogger("");
    root.addHandler(ear);
    try {
      String secret = first(SECRET, makeChurn(scientist, "quiet").asString());
      test(scientist, secret);
      test(scientist, secret.replaceFirst(".$", "x"));
      Logger.getLogger("io.portico").warning("the ear hears");
      assertTrue(lines.toString().contains("the ear hears"));
      assertFalse(lines.toString().contains(secret.substring(8, 70)));
    } finally {
      root.removeHandler(ear);
    }
  }

  private static Object[] parameters(LogRecord line) {
    return line.getParameters() == null ? new Object[0] : line.getParameters();
  }

  @Test
  void theHomePageCountsLiveTokensAndNeedsNoDatabase() {
    makeChurn(scientist, "one");
    assertTrue(scientist.get("/app").asString().contains("1 live token<"));
    postgres.goDown();
    try {
      scientist
          .get("/app")
          .then()
          .statusCode(200)
          .body(
              allOf(
                  containsString("Connect a program"),
                  containsString("Customer churn"),
                  not(containsString("live token"))));
      scientist.get(PAGE).then().statusCode(503);
    } finally {
      postgres.comeUp();
    }
    scientist.get(PAGE).then().statusCode(200);
  }
}
