package io.portico.apidocs.importing;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.portico.apidocs.Drafts;
import io.portico.apidocs.RestApi;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExportTest {
  private static final String PAGE = "/app/apis/ordersapi1/export";

  @Inject Drafts drafts;

  private final Visitor lead = Visitor.signedInAs("lead");

  @Test
  void aViewerDownloadsWhatAStageShows() {
    lead.get(PAGE + "/stage?stage=prod&format=oas30&notation=json&extension=documentation")
        .then()
        .statusCode(200)
        .contentType(startsWith("application/json"))
        .header("Content-Disposition", equalTo("attachment; filename=\"orders-prod-oas30.json\""))
        .body("openapi", startsWith("3.0"))
        .body("x-amazon-apigateway-documentation.documentationParts.size()", not(0));
  }

  @Test
  void swaggerComesAsYamlWithoutWhatNobodyAskedFor() {
    lead.get(PAGE + "/stage?stage=prod&format=swagger&notation=yaml")
        .then()
        .statusCode(200)
        .contentType(startsWith("application/yaml"))
        .header("Content-Disposition", containsString("orders-prod-swagger.yaml"))
        .body(containsString("swagger: \"2.0\""))
        .body(not(containsString("x-amazon-apigateway-documentation")));
  }

  @Test
  void thePageSaysWhichStageCarriesNoDocumentation() {
    lead.get(PAGE)
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("value=\"prod\" checked"),
                containsString("value=\"documentation\" checked"),
                not(containsString("value=\"postman\" checked"))));
    Visitor.signedInAs("editor")
        .get("/app/apis/loyaltyap1/export")
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("no documentation version"),
                containsString("carries no documentation, whatever the draft says")));
  }

  @Test
  void aChoiceThatCannotBeMadeIsExplainedAndKept() {
    lead.get(PAGE + "/stage?stage=%3Cb%3E&format=oas31&notation=yaml&extension=spells")
        .then()
        .statusCode(422)
        .body(
            allOf(
                containsString("Choose one of the API&#39;s stages."),
                containsString("Choose OpenAPI 3.0 or Swagger 2.0."),
                containsString("Choose extensions of the list."),
                containsString("value=\"yaml\" checked"),
                not(containsString("<b>"))));
  }

  @Test
  void theDraftComesAsAFileThatCanBeImported() {
    lead.get(PAGE + "/draft")
        .then()
        .statusCode(200)
        .contentType(startsWith("application/json"))
        .header("Content-Disposition", equalTo("attachment; filename=\"orders-draft.json\""))
        .body("x-amazon-apigateway-documentation.documentationParts.size()", equalTo(parts()))
        .body("paths.size()", equalTo(0));
    lead.get(PAGE).then().body(containsString("All " + parts() + " parts"));
  }

  private int parts() {
    return drafts
        .fresh(new RestApi("ordersapi1", "orders", "", Map.of()))
        .documentation()
        .parts()
        .size();
  }

  @Test
  void whatOneHasNoRoleOnIsNotThere() {
    lead.get("/app/apis/loyaltyap1/export").then().statusCode(404);
    lead.get("/app/apis/loyaltyap1/export/draft").then().statusCode(404);
    lead.get("/app/apis/loyaltyap1/export/stage?stage=prod&format=oas30&notation=json")
        .then()
        .statusCode(404);
    Visitor.signedInAs("scientist").get(PAGE).then().statusCode(404);
  }
}
