package io.portico.mlflow.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.database.Database;
import io.portico.identity.Person;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.sandbox.SandboxDatabase;
import io.portico.testsupport.EchoUpstream;
import io.portico.testsupport.Eventually;
import io.portico.testsupport.RawHttp.Response;
import io.portico.testsupport.TestIssuer;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes on while the database is away, and what says that it does not. */
@QuarkusTest
class OutageTest {
  private static final Person OWNER = TokenMaker.person("outage", "echo-team");
  private static final String VERSION = "/api/mlflow/echo/version";
  private static final String UPDATE = "/api/mlflow/echo/api/2.0/mlflow/runs/update";
  private static final String JSON = "Content-Type: application/json";

  @Inject SandboxDatabase postgres;
  @Inject Database database;
  @Inject EchoUpstream echo;
  @Inject TokenMaker tokens;
  @Inject TestIssuer issuer;
  @Inject FrameVisitor visitor;

  @BeforeEach
  void reset() {
    echo.reset();
  }

  private String jwt() {
    JsonObject claims = issuer.claims().put("groups", new JsonArray().add("echo-team"));
    return "Authorization: Bearer " + issuer.token(claims);
  }

  private List<String> recordsOf(String request) {
    return database.transaction(
        handle ->
            handle
                .createQuery(
                    "select subject || ' ' || action || ' ' || result || ' ' || detail"
                        + " from activity where request = :request")
                .bind("request", request)
                .mapTo(String.class)
                .list());
  }

  private static int status(String token) {
    try {
      return Programs.get(VERSION, token).status();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @Holds({Promise.OUTAGES_ARE_BORNE, Promise.EVERY_DEED_IS_RECORDED})
  void sessionsJwtsAndTokensInUseGoOnAndTheRestSaysSo() throws IOException {
    String used = TokenMaker.header(tokens.token(OWNER, "echo", "contributor"));
    String unused = TokenMaker.header(tokens.token(OWNER, "echo", "contributor"));
    String jwt = jwt();
    Visitor person = Visitor.signedInAs("scientist");
    assertEquals(200, Programs.get(VERSION, used).status());
    assertEquals(200, Programs.get(VERSION, jwt).status());

    String request;
    postgres.goDown();
    try {
      assertEquals(200, Programs.get(VERSION, used).status());
      assertEquals(200, Programs.get(VERSION, jwt).status());
      Response write = Programs.write("POST", UPDATE, "{}", used, JSON);
      assertEquals(200, write.status());
      request = write.header("X-Request-Id").orElseThrow();
      assertEquals(200, MlflowOrigin.get("/mlflow/echo/version", visitor.cookie("echo")).status());
      assertEquals(200, person.get("/app").statusCode());

      Response unverified = Programs.get(VERSION, unused);
      assertEquals(503, unverified.status());
      assertTrue(unverified.text().contains("TEMPORARILY_UNAVAILABLE"), unverified.text());
      assertTrue(unverified.header("Retry-After").isPresent());
      for (String page : List.of("/app/tokens", "/app/activity")) {
        io.restassured.response.Response answer = person.get(page);
        assertEquals(503, answer.statusCode(), page);
        assertTrue(answer.asString().contains("Try again"), answer.asString());
      }
    } finally {
      postgres.comeUp();
      Eventually.equal(200, () -> status(unused));
    }

    Eventually.equal(
        List.of("outage WRITE DONE POST /api/2.0/mlflow/runs/update"), () -> recordsOf(request));
  }
}
