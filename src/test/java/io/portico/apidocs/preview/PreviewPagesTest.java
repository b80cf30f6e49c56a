package io.portico.apidocs.preview;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.apidocs.Drafts;
import io.portico.apidocs.JsonWriter;
import io.portico.apidocs.Location;
import io.portico.apidocs.Properties;
import io.portico.apidocs.RestApi;
import io.portico.apidocs.openapi.OpenApiFile;
import io.portico.sandbox.Sandbox;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the preview of a draft says, and to whom. */
@QuarkusTest
@Timeout(60)
class PreviewPagesTest {
  private static final RestApi LOYALTY = new RestApi("loyaltyap1", "loyalty", "", Map.of());
  private static final String PREVIEW = "/app/apis/loyaltyap1/preview";

  @Inject Sandbox sandbox;
  @Inject Drafts drafts;

  @BeforeEach
  @AfterEach
  void asSeeded() {
    sandbox.account().apiGateway().reset();
    drafts.forget(LOYALTY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/openapi.json", "/openapi.yaml"})
  void whatIsNotHersDoesNotExist(String page) {
    Visitor lead = Visitor.signedInAs("lead");
    lead.get("/app/apis/ordersapi1/preview" + page).then().statusCode(200);
    lead.get("/app/apis/loyaltyap1/preview" + page).then().statusCode(404);
    Visitor.signedInAs("scientist")
        .get("/app/apis/ordersapi1/preview" + page)
        .then()
        .statusCode(404);
    new Visitor().get("/app/apis/ordersapi1/preview" + page).then().statusCode(302);
  }

  @Test
  void thePageNamesTheStageAndWhatItShowsToday() {
    Visitor editor = Visitor.signedInAs("editor");
    editor
        .get(PREVIEW)
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("readers of prod would see"),
                containsString("Today they see no version"),
                containsString(PREVIEW + "/openapi.json?stage=prod&amp;format=oas30")));
    editor
        .get("/app/apis/ordersapi1/preview?stage=test&format=swagger")
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("Today they see version 2026-02"),
                containsString("/preview/openapi.yaml?stage=test&amp;format=swagger"),
                containsString("<option value=\"swagger\" selected>")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?stage=nowhere",
        "?stage=prod&format=openapi9",
        "/openapi.json?stage=nowhere",
        "/openapi.json?stage=..%2fprod",
        "/openapi.json?format=postman",
        "/openapi.xml",
        "/openapi.JSON"
      })
  void whatIsNotThereIsNotFound(String address) {
    Visitor.signedInAs("editor").get(PREVIEW + address).then().statusCode(404);
  }

  @Test
  void theDocumentHoldsTheDraftBeforeAnythingIsPublished() {
    drafts.write(
        LOYALTY,
        Location.parse("METHOD", "/rewards", "GET", null, null),
        Optional.empty(),
        Properties.parse("{\"summary\":\"List rewards\"}"));
    Visitor.signedInAs("editor")
        .get(PREVIEW + "/openapi.json?stage=prod", "Accept", "application/json")
        .then()
        .statusCode(200)
        .contentType(startsWith("application/json"))
        .body("openapi", startsWith("3.0"))
        .body("info.description", equalTo("TBD"))
        .body("paths.'/rewards'.get.summary", equalTo("List rewards"))
        .body("x-amazon-apigateway-documentation.version", equalTo("draft"));
    Visitor.signedInAs("editor")
        .get(PREVIEW + "/openapi.json?stage=prod&format=swagger")
        .then()
        .body("swagger", equalTo("2.0"))
        .body("openapi", nullValue())
        .body("paths.'/rewards'.get.summary", equalTo("List rewards"));
  }

  @Test
  void bothNotationsSayTheSame() {
    Visitor editor = Visitor.signedInAs("editor");
    String json = editor.get(PREVIEW + "/openapi.json").asString();
    String yaml =
        editor
            .get(PREVIEW + "/openapi.yaml")
            .then()
            .statusCode(200)
            .contentType(startsWith("application/yaml"))
            .body(startsWith("openapi: "))
            .extract()
            .asString();
    assertEquals(compact(json), compact(yaml));
  }

  private static String compact(String document) {
    return JsonWriter.compact(OpenApiFile.read(document).root());
  }

  @Test
  void onlyThePreviewLoadsTheViewer() {
    Visitor editor = Visitor.signedInAs("editor");
    editor.get(PREVIEW).then().body(containsString("/static/bundle/viewer-"));
    editor
        .get("/app/apis/loyaltyap1")
        .then()
        .body(
            allOf(
                containsString("href=\"" + PREVIEW + "\""),
                not(containsString("/static/bundle/viewer-"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/webjars/swagger-ui/5.34.1/index.html",
        "/static/swagger-ui.css",
        "/viewer/index.js",
        "/static/viewer/swagger-ui-es-bundle.js"
      })
  void nothingElseOfTheViewerIsServed(String address) {
    Visitor.signedInAs("editor").get(address).then().statusCode(404);
  }
}
