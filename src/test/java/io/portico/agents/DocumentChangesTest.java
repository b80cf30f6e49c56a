package io.portico.agents;

import static io.portico.agents.Published.LOYALTY;
import static io.portico.agents.Published.PUBLIC;
import static io.portico.agents.Readings.assertProblem;
import static io.portico.agents.Readings.get;
import static io.portico.agents.Readings.header;
import static io.portico.agents.Readings.headers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.apidocs.ApiGatewayVersions;
import io.portico.apidocs.StageShown;
import io.portico.portal.Problem;
import io.portico.sandbox.Sandbox;
import io.portico.sandbox.SandboxDatabase;
import io.portico.testsupport.Eventually;
import io.portico.testsupport.RawHttp.Response;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of published documents when versions, stages and replicas change. */
@QuarkusTest
@Timeout(15)
class DocumentChangesTest {

  @Inject Sandbox sandbox;
  @Inject SandboxDatabase postgres;
  @Inject Published published;
  @Inject Shelf shelf;
  @Inject StagesShown stagesShown;
  @Inject ApiGatewayVersions versions;

  @BeforeEach
  void publish() {
    published.asSeeded();
    published.publish(LOYALTY, "1.0.0");
    published.look(LOYALTY);
  }

  @AfterEach
  void restore() {
    published.asSeeded();
  }

  @Test
  void aVersionStaysWhereItIsAndIsCachedForADay() throws IOException {
    Response shown = get(PUBLIC + "/openapi.json");
    published.publish(LOYALTY, "2.0.0");
    published.look(LOYALTY);
    Response kept = get("/docs/" + LOYALTY + "/versions/1.0.0/openapi.json");
    assertEquals(shown.text(), kept.text());
    assertEquals(header(shown, "ETag"), header(kept, "ETag"));
    assertEquals(
        "public, max-age=86400, stale-while-revalidate=604800", header(kept, "Cache-Control"));
    Response after = get(PUBLIC + "/openapi.json");
    assertNotEquals(header(shown, "ETag"), header(after, "ETag"));
    assertTrue(after.text().contains("\"2.0.0\""), after.text());
    assertProblem(
        get("/docs/" + LOYALTY + "/versions/3.0.0/openapi.json"), Problem.VERSION_NOT_PUBLISHED);
  }

  @Test
  void aVersionThatIsDeletedIsTakenBack() throws IOException {
    published.publish(LOYALTY, "2.0.0");
    published.look(LOYALTY);
    versions.deleteVersion(LOYALTY, "1.0.0");
    published.look(LOYALTY);
    assertProblem(
        get("/docs/" + LOYALTY + "/versions/1.0.0/openapi.json"), Problem.VERSION_NOT_PUBLISHED);
    assertEquals(200, get("/docs/" + LOYALTY + "/versions/2.0.0/openapi.json").status());
  }

  @Test
  void documentsAreMadeWhenThePortalHasPublished() {
    stagesShown.clear();
    published.publish(LOYALTY, "2.0.0");
    assertEquals(List.of(new StageShown(LOYALTY, "prod")), stagesShown.told());
    EditionSchedule schedule = published.schedule();
    stagesShown.told().forEach(schedule::hear);
    Eventually.equal(200, () -> status("/docs/" + LOYALTY + "/versions/2.0.0/index.md"));
    schedule.stop(null);
  }

  @Test
  void aVersionThatCannotBeKeptHasNoDocuments() throws IOException {
    published.publish(LOYALTY, "2.0\0");
    published.look(LOYALTY);
    assertProblem(get("/docs/" + LOYALTY + "/prod/index.md"), Problem.STAGE_NOT_PUBLISHED);
    assertEquals(200, status("/docs/" + LOYALTY + "/versions/1.0.0/index.md"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/b",
        "a%2Fb",
        "with space",
        "..x",
        "<script>alert(1)</script>",
        "ünï 版本 💡",
        "a?b#c;d&e",
        "versions",
        "openapi.json"
      })
  void aVersionOfAnyNameHasAnAddress(String name) throws IOException {
    published.publish(LOYALTY, name);
    published.look(LOYALTY);
    DocumentAddress address = new DocumentAddress(LOYALTY, DocumentAddress.Kind.VERSION, name, "");
    Response json = get(address.at("openapi.json").path());
    assertEquals(200, json.status(), address.path());
    assertEquals(
        name,
        new JsonObject(json.text())
            .getJsonObject("x-amazon-apigateway-documentation")
            .getString("version"));
    Response page = get(address.at("index.html").path());
    assertEquals(200, page.status());
    assertFalse(page.text().contains("<script>alert"), page.text());
    Response led = get(address.path(), "Accept: application/json");
    assertEquals(307, led.status());
    assertTrue(header(led, "Location").endsWith(address.at("openapi.json").path()), "Location");
  }

  @Test
  void theTagIsTheSameAfterARestartAndANewExport() throws IOException {
    String tag = header(get(PUBLIC + "/openapi.json"), "ETag");
    shelf.forget();
    assertEquals(tag, header(get(PUBLIC + "/openapi.json"), "ETag"));
  }

  @Test
  void withoutTheDatabaseWhatIsInMemoryGoesOn() throws IOException {
    assertEquals(200, get(PUBLIC + "/openapi.json").status());
    postgres.goDown();
    try {
      assertEquals(200, get(PUBLIC + "/openapi.json").status());
      Response other = get(PUBLIC + "/openapi.yaml");
      assertProblem(other, Problem.DATABASE_AWAY);
      assertEquals("30", header(other, "Retry-After"));
    } finally {
      postgres.comeUp();
      Eventually.equal(200, () -> status(PUBLIC + "/openapi.yaml"));
    }
  }

  @Test
  void aStageThatIsNotPublishedAnyMoreIsTakenBack() throws IOException {
    sandbox.account().apiGateway().reset();
    published.look(LOYALTY);
    assertProblem(get(PUBLIC + "/openapi.json"), Problem.STAGE_NOT_PUBLISHED);
  }

  private static int status(String address, String... headers) {
    try {
      return get(address, headers).status();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
