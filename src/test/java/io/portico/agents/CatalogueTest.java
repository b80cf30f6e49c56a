package io.portico.agents;

import static io.portico.agents.Published.ORDERS;
import static io.portico.agents.Readings.get;
import static io.portico.agents.Readings.header;
import static io.portico.agents.Readings.headers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.testsupport.RawHttp.Response;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where programs begin. */
@QuarkusTest
@Timeout(15)
class CatalogueTest {
  private static final String ORIGIN = "http://portico.localhost:8081";

  @Inject Published published;

  @BeforeEach
  void publish() {
    published.asPublished();
  }

  @AfterEach
  void restore() {
    published.asSeeded();
  }

  private static List<String> items(Response answer) {
    JsonArray linkset = new JsonObject(answer.text()).getJsonArray("linkset");
    return linkset.getJsonObject(0).getJsonArray("item").stream()
        .map(item -> ((JsonObject) item).getString("href"))
        .filter(href -> !href.equals(ORIGIN + "/api/tools"))
        .toList();
  }

  @Test
  void anybodyFindsWhatIsPublic() throws IOException {
    Response answer = get("/.well-known/api-catalog");
    assertEquals(200, answer.status());
    assertEquals(
        "application/linkset+json;profile=\"https://www.rfc-editor.org/info/rfc9727\"",
        header(answer, "Content-Type"));
    assertEquals("public, max-age=3600", header(answer, "Cache-Control"));
    assertEquals(List.of(), headers(answer, "Set-Cookie"));
    assertTrue(String.join(", ", headers(answer, "Vary")).contains("Authorization"), "Vary");
    assertEquals(List.of(ORIGIN + "/docs/loyaltyap1/prod"), items(answer));
    JsonObject api = new JsonObject(answer.text()).getJsonArray("linkset").getJsonObject(2);
    assertEquals(ORIGIN + "/docs/loyaltyap1/prod", api.getString("anchor"));
    assertEquals(
        new JsonObject()
            .put("href", ORIGIN + "/docs/loyaltyap1/prod/openapi.json")
            .put("type", "application/json"),
        api.getJsonArray("service-desc").getJsonObject(0));
    assertEquals(
        "text/markdown", api.getJsonArray("service-doc").getJsonObject(0).getString("type"));
    assertEquals(
        304, get("/.well-known/api-catalog", "If-None-Match: " + header(answer, "ETag")).status());
  }

  @Test
  void thePortalsOwnApiIsAmongThem() throws IOException {
    JsonArray linkset =
        new JsonObject(get("/.well-known/api-catalog").text()).getJsonArray("linkset");
    assertEquals(
        ORIGIN + "/api/tools",
        linkset.getJsonObject(0).getJsonArray("item").getJsonObject(0).getString("href"));
    JsonObject tools = linkset.getJsonObject(1);
    assertEquals(ORIGIN + "/api/tools", tools.getString("anchor"));
    assertEquals(
        ORIGIN + "/api/openapi.json",
        tools.getJsonArray("service-desc").getJsonObject(0).getString("href"));
    String llms = get("/llms.txt").text();
    assertTrue(llms.contains("(" + ORIGIN + "/mcp)"), llms);
    assertTrue(llms.contains("(" + ORIGIN + "/api/openapi.json)"), llms);
  }

  @Test
  void whoeverHasARoleFindsMore() throws IOException {
    List<String> all =
        List.of(
            ORIGIN + "/docs/loyaltyap1/prod",
            ORIGIN + "/docs/ordersapi1/prod",
            ORIGIN + "/docs/ordersapi1/test");
    Response answer = get("/.well-known/api-catalog", published.bearer("churn-leads"));
    assertEquals(all, items(answer));
    assertEquals("private, no-cache", header(answer, "Cache-Control"));
    assertEquals(
        all.subList(0, 1), items(get("/.well-known/api-catalog", published.bearer("nobody"))));
    String llms = Visitor.signedInAs("lead").get("/llms.txt").asString();
    assertTrue(
        llms.contains("- [Orders, prod](" + ORIGIN + "/docs/ordersapi1/prod/index.md)"), llms);
  }

  @Test
  void aBadTokenIsNotTakenForNone() throws IOException {
    assertEquals(401, get("/.well-known/api-catalog", "Authorization: Bearer x").status());
    assertEquals(401, get("/llms.txt", "Authorization: Basic eDp5").status());
  }

  @Test
  void llmsTxtNamesPagesInMarkdown() throws IOException {
    Response answer = get("/llms.txt");
    assertEquals("text/plain;charset=UTF-8", header(answer, "Content-Type"));
    assertEquals("public, max-age=3600", header(answer, "Cache-Control"));
    assertTrue(answer.text().startsWith("# Portico\n"), answer.text());
    assertTrue(
        answer.text().contains("(" + ORIGIN + "/docs/loyaltyap1/prod/index.md): version `1.0.0`\n"),
        answer.text());
    assertFalse(answer.text().contains(ORDERS), answer.text());
  }

  @Test
  void aSentenceForAContactMakesNoSecurityTxt() throws IOException {
    assertEquals(404, get("/.well-known/security.txt").status());
  }
}
