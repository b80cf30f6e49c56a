package io.portico.agents;

import static io.portico.agents.Published.CLOSED;
import static io.portico.agents.Published.ORDERS;
import static io.portico.agents.Published.PUBLIC;
import static io.portico.agents.Readings.BROWSER;
import static io.portico.agents.Readings.assertProblem;
import static io.portico.agents.Readings.get;
import static io.portico.agents.Readings.header;
import static io.portico.agents.Readings.send;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.apidocs.ApiGatewayVersions;
import io.portico.portal.Problem;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.RawHttp.Response;
import io.portico.testsupport.TestIssuer;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reads published documents. */
@QuarkusTest
@Timeout(15)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentDoorTest {
  private static final String METADATA =
      "http://portico.localhost:8081/.well-known/oauth-protected-resource";

  @Inject Published published;
  @Inject ApiGatewayVersions versions;
  @Inject TestIssuer issuer;

  @BeforeAll
  void publish() {
    published.asPublished();
  }

  @AfterAll
  void restore() {
    published.asSeeded();
  }

  @Test
  @Holds(Promise.UNSEEN_IS_ABSENT)
  void strangersLearnNothingOfWhatIsNotPublic() throws IOException {
    for (String address :
        List.of(
            CLOSED + "/openapi.json",
            CLOSED,
            "/docs/nosuchapi1/prod/openapi.json",
            "/docs/" + ORDERS + "/nowhere/index.md",
            "/docs/" + ORDERS + "/versions/x",
            "/docs/x")) {
      Response program = get(address);
      assertProblem(program, Problem.UNAUTHENTICATED);
      assertEquals(
          "Bearer realm=\"portico\", resource_metadata=\"" + METADATA + "\"",
          header(program, "WWW-Authenticate"));
      assertFalse(program.header("Access-Control-Allow-Origin").isPresent());
      Response person = get(address, BROWSER);
      assertEquals(302, person.status(), address);
      assertTrue(header(person, "Location").contains("/authorize?"), header(person, "Location"));
    }
  }

  @Test
  void aPersonWithARoleReads() {
    Visitor lead = Visitor.signedInAs("lead");
    lead.get(CLOSED + "/openapi.json")
        .then()
        .statusCode(200)
        .header("Cache-Control", "private, no-cache")
        .header("Access-Control-Allow-Origin", (String) null);
    lead.get(CLOSED + "/index.html").then().statusCode(200);
    String tag = lead.get(CLOSED + "/index.md").header("ETag");
    lead.get(CLOSED + "/index.md", "If-None-Match", tag).then().statusCode(304);
    Visitor scientist = Visitor.signedInAs("scientist");
    scientist.get(CLOSED + "/openapi.json", "Accept", "application/json").then().statusCode(404);
    scientist.get("/docs/nosuchapi1/prod/openapi.json").then().statusCode(404);
    scientist.get(PUBLIC + "/openapi.json").then().statusCode(200);
  }

  @Test
  void aTokenOfSomebodyWithARoleReads() throws IOException {
    String bearer = published.bearer("churn-leads");
    Response answer = get(CLOSED + "/openapi.json", bearer);
    assertEquals(200, answer.status(), answer.text());
    assertEquals("private, no-cache", header(answer, "Cache-Control"));
    assertEquals(
        304,
        get(CLOSED + "/openapi.json", bearer, "If-None-Match: " + header(answer, "ETag")).status());
    assertProblem(get("/docs/nosuchapi1/prod/index.md", bearer), Problem.NOT_FOUND);
    assertProblem(get(CLOSED + "/openapi.json", published.bearer("churn-team")), Problem.NOT_FOUND);
  }

  @Test
  void soDoesATokenOfTheProvider() throws IOException {
    String jwt = issuer.token(issuer.claims().put("groups", new JsonArray().add("api-editors")));
    assertEquals(200, get(CLOSED + "/index.md", "Authorization: Bearer " + jwt).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer portico_0", "Bearer x", "Bearer a.b.c"})
  void aBadTokenOpensNothingAndSaysWhy(String authorization) throws IOException {
    Response refused = get(CLOSED + "/openapi.json", "Authorization: " + authorization);
    assertProblem(refused, Problem.INVALID_TOKEN);
    assertEquals(
        "Bearer realm=\"portico\", error=\"invalid_token\", resource_metadata=\"" + METADATA + "\"",
        header(refused, "WWW-Authenticate"));
    assertEquals(
        200,
        get(PUBLIC + "/openapi.json", "Authorization: " + authorization).status(),
        "what is public asks for nobody's name");
  }

  @Test
  void anyOriginMayReadWhatIsPublic() throws IOException {
    Response preflight =
        send(
            "OPTIONS",
            PUBLIC + "/openapi.json",
            "Origin: https://tool.example",
            "Access-Control-Request-Method: GET",
            "Access-Control-Request-Headers: if-none-match");
    assertEquals(204, preflight.status());
    assertEquals("*", header(preflight, "Access-Control-Allow-Origin"));
    assertTrue(header(preflight, "Access-Control-Allow-Headers").contains("If-None-Match"));
    assertFalse(preflight.header("Access-Control-Allow-Credentials").isPresent());
  }
}
