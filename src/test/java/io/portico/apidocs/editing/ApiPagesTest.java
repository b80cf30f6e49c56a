package io.portico.apidocs.editing;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.apidocs.Drafts;
import io.portico.apidocs.RestApi;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.sandbox.Sandbox;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees which API, and what its contents say. */
@QuarkusTest
@Timeout(60)
class ApiPagesTest {
  @Inject Sandbox sandbox;
  @Inject Drafts drafts;

  @BeforeEach
  @AfterEach
  void asSeeded() {
    sandbox.account().apiGateway().reset();
    for (String api : List.of("ordersapi1", "loyaltyap1")) {
      drafts.forget(new RestApi(api, "", "", Map.of()));
    }
  }

  @Test
  void aPersonSeesTheApisOfHerGroups() {
    Visitor.signedInAs("editor")
        .get("/app/apis")
        .then()
        .statusCode(200)
        .body(
            allOf(containsString("/app/apis/ordersapi1"), containsString("/app/apis/loyaltyap1")));
    Visitor.signedInAs("lead")
        .get("/app/apis")
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("/app/apis/ordersapi1"),
                not(containsString("loyaltyap1")),
                containsString("viewer")));
    Visitor.signedInAs("scientist")
        .get("/app/apis")
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("No API is open to you"),
                containsString("the team that runs this sandbox")));
  }

  @Test
  void theHomePageLeadsToThem() {
    Visitor.signedInAs("editor").get("/app").then().body(containsString("My APIs"));
    Visitor.signedInAs("scientist").get("/app").then().body(not(containsString("My APIs")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/summary", "/tree", "/tree/inside?path=/", "/agents"})
  @Holds(Promise.UNSEEN_IS_ABSENT)
  void whatIsNotHersDoesNotExist(String page) {
    Visitor lead = Visitor.signedInAs("lead");
    lead.get("/app/apis/loyaltyap1" + page).then().statusCode(404);
    lead.get("/app/apis/nosuchapi1" + page).then().statusCode(404);
    lead.get("/app/apis/..%2fordersapi1" + page).then().statusCode(400);
    Visitor.signedInAs("scientist").get("/app/apis/ordersapi1" + page).then().statusCode(404);
    new Visitor().get("/app/apis/ordersapi1" + page).then().statusCode(302);
  }

  @Test
  void aSummaryTellsCoverageAndStages() {
    Visitor.signedInAs("editor")
        .get("/app/apis/ordersapi1/summary")
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("% documented"),
                containsString("prod: 2026-01"),
                containsString("test: 2026-02")));
    Visitor.signedInAs("editor")
        .get("/app/apis/loyaltyap1/summary")
        .then()
        .body(containsString("prod: no version"));
  }

  @Test
  void contentsSayWhereTextsComeFrom() {
    String contents =
        Visitor.signedInAs("editor").get("/app/apis/ordersapi1/tree?whole=true").asString();
    assertTrue(contents.contains("<small>own</small>"), contents);
    assertTrue(Pattern.compile("<small>from /orders[^<]*</small>").matcher(contents).find());
    assertTrue(contents.contains("<small>undocumented</small>"));
    assertTrue(contents.contains("Shared by several"));
  }

  @Test
  void whatIsInsideAResourceIsAskedFor() {
    Visitor editor = Visitor.signedInAs("editor");
    String of = "/app/apis/ordersapi1";
    var closed = allOf(containsString(">/health</a>"), not(containsString(">GET</a>")));
    editor.get(of).then().body(closed);
    editor.get(of + "/tree").then().body(closed);
    editor
        .get(of + "/tree?path=/health&path=/reports/daily")
        .then()
        .body(
            allOf(
                containsString("path=%2Fhealth&amp;method=GET"),
                containsString("path=%2Freports%2Fdaily&amp;method=GET"),
                not(containsString(">PATCH</a>"))));
    editor
        .get(of + "/tree/inside?path=/health")
        .then()
        .statusCode(200)
        .body(allOf(containsString(">GET</a>"), not(containsString(">/health</a>"))));
    editor
        .get(of + "/parts?type=RESOURCE&path=/health")
        .then()
        .body(allOf(containsString(">GET</a>"), not(containsString(">PATCH</a>"))));
    editor
        .get(of + "/parts/delete?type=METHOD&path=/health&method=GET")
        .then()
        .body(containsString(">GET</a>"));
    editor.get(of + "/tree/inside?path=/no-such-place").then().statusCode(404);
    editor.get(of + "/tree/inside").then().statusCode(404);
  }

  @Test
  void thePortalFiltersByTextsToo() {
    Visitor editor = Visitor.signedInAs("editor");
    editor
        .get("/app/apis/ordersapi1?kind=METHOD&verb=PATCH")
        .then()
        .body(allOf(containsString(">PATCH</a>"), not(containsString(">DELETE</a>"))));
    editor.get("/app/apis/loyaltyap1?state=own").then().body(not(containsString(">category</a>")));
    editor
        .get("/app/apis/ordersapi1?find=no-such-word-anywhere")
        .then()
        .statusCode(200)
        .body(containsString("Nothing matches this filter"));
    editor.get("/app/apis/ordersapi1?kind=%00&verb=%FF&state=nonsense").then().statusCode(200);
  }

  @Test
  void agentsAreToldWhatIsMissing() {
    Visitor.signedInAs("editor")
        .get("/app/apis/loyaltyap1/agents")
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("operations are ready"),
                containsString(">description of query parameter category</a>")));
  }

  @Test
  void readingAgainAsksApiGateway() {
    Visitor editor = Visitor.signedInAs("editor");
    editor.get("/app/apis/ordersapi1").then().statusCode(200);
    int asked = sandbox.account().apiGateway().tally().received("GetDocumentationParts");
    editor.get("/app/apis/ordersapi1").then().statusCode(200);
    assertEquals(asked, sandbox.account().apiGateway().tally().received("GetDocumentationParts"));
    editor
        .submit("/app/apis/ordersapi1", "/app/apis/ordersapi1/refresh")
        .then()
        .statusCode(303)
        .header("Location", equalTo(Visitor.PORTAL + "/app/apis/ordersapi1"));
    editor.get("/app/apis/ordersapi1").then().statusCode(200);
    assertEquals(
        asked + 1, sandbox.account().apiGateway().tally().received("GetDocumentationParts"));
  }
}
