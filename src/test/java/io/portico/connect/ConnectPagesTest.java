package io.portico.connect;

import static io.portico.connect.TokenPages.PAGE;
import static io.portico.connect.TokenPages.SECRET;
import static io.portico.connect.TokenPages.first;
import static io.portico.connect.TokenPages.make;
import static io.portico.connect.TokenPages.makeChurn;
import static io.portico.connect.TokenPages.page;
import static io.portico.connect.TokenPages.test;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.sandbox.SandboxDatabase;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A token is made, shown once, tried and told of. */
@QuarkusTest
class ConnectPagesTest {
  @Inject TokenPages tokens;
  @Inject SandboxDatabase postgres;

  private final Visitor scientist = Visitor.signedInAs("scientist");

  @BeforeEach
  void start() {
    tokens.forgetAll();
  }

  @Test
  void whoHasNoneIsToldWhatToDoNext() {
    assertTrue(page(scientist).contains("You have no tokens"));
    assertTrue(page(Visitor.signedInAs("guest")).contains("Nothing is open to you yet"));
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
    assertFalse(page.contains("Nothing is open to you yet"));
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
