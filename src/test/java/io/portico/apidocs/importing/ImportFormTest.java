package io.portico.apidocs.importing;

import static io.portico.apidocs.importing.ImportPages.FILE;
import static io.portico.apidocs.importing.ImportPages.PAGE;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may be brought in, by whom, and what the form says otherwise. */
@QuarkusTest
class ImportFormTest {
  @Inject ImportPages pages;

  @BeforeEach
  @AfterEach
  void reset() {
    pages.reset();
  }

  @Test
  void aPastedTextOfMegabytesIsTaken() {
    String long5 = "x".repeat(60_000);
    StringBuilder parts = new StringBuilder();
    for (int i = 0; i < 90; i++) {
      parts.append(
          "%s{\"location\":{\"type\":\"RESOURCE\",\"path\":\"/p%d\"},\"properties\":{\"description\":\"%s\"}}"
              .formatted(i == 0 ? "" : ",", i, long5));
    }
    String text =
        "{\"openapi\":\"3.0.1\",\"x-amazon-apigateway-documentation\":{\"documentationParts\":[%s]}}"
            .formatted(parts);
    pages
        .editor
        .upload(PAGE, PAGE, "", new byte[0], List.of("text=" + text, "mode=merge", "take=USUAL"))
        .then()
        .statusCode(303);
  }

  @Test
  void aPastedTextThatIsWrongIsKept() {
    String text = "openapi: 3.1.0\ninfo: {title: '<script>'}";
    pages
        .editor
        .upload(PAGE, PAGE, "", new byte[0], List.of("text=" + text, "mode=overwrite", "take=BOTH"))
        .then()
        .statusCode(422)
        .body(
            allOf(
                containsString("This is OpenAPI 3.1.0"),
                containsString(
                    "openapi: 3.1.0\ninfo: {title: &#39;&lt;script&gt;&#39;}</textarea>"),
                containsString("value=\"overwrite\" checked"),
                containsString("value=\"BOTH\" checked")));
  }

  @Test
  void filesThatCannotBeReadSayWhyAndAskForTheFileAgain() {
    Map<String, String> wrong =
        Map.of(
            "swagger: '1.2'", "Expected is openapi 3.0",
            "{\"openapi\":\"3.0.1\",\"openapi\":\"3.0.1\"}", "is there twice",
            "openapi: 3.0.1\na: &a [x]\nb: [*a, *a]", "An alias (*) stands here",
            "openapi: 3.0.1\nb: !!javax.script.ScriptEngineManager []", "A tag (!) stands here",
            "openapi: 3.0.1\ninfo: {version: '1'}", "no text by this choice",
            "", "This is not an OpenAPI file");
    wrong.forEach(
        (file, sentence) ->
            pages
                .upload(pages.editor, file, "mode=merge")
                .then()
                .statusCode(422)
                .body(allOf(containsString(sentence), containsString("hoose the file again"))));
    pages
        .editor
        .upload(
            PAGE,
            PAGE,
            "latin1.yaml",
            "openapi: 3.0.1\ninfo: {description: caf\u00e9}".getBytes(StandardCharsets.ISO_8859_1),
            List.of("mode=merge", "take=USUAL"))
        .then()
        .statusCode(422)
        .body(containsString("not in UTF-8"));
    pages
        .upload(pages.editor, "x".repeat(6 * 1024 * 1024 + 1), "mode=merge")
        .then()
        .statusCode(422)
        .body(containsString("larger than 6 MB"));
    assertEquals(0, pages.calls("ImportDocumentationParts"));
  }

  @Test
  void aFormSaysWhatIsMissing() {
    pages
        .editor
        .upload(PAGE, PAGE, "", new byte[0], List.of("mode=destroy", "take=ALL"))
        .then()
        .statusCode(422)
        .body(
            allOf(
                containsString("Choose a file, or paste its text below."),
                containsString("Choose whether to merge or to overwrite."),
                containsString("Choose which texts to take.")));
    pages
        .upload(pages.editor, FILE, "mode=merge", "text=openapi: 3.0.1")
        .then()
        .statusCode(422)
        .body(containsString("There is a file and a pasted text."));
  }

  @Test
  void nothingThatAFileRefersToIsFetched() throws IOException {
    try (ServerSocket ear = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ear.setSoTimeout(200);
      String url = "http://127.0.0.1:%d/pet.yaml".formatted(ear.getLocalPort());
      String plan =
          pages.planned(
              """
              openapi: 3.0.1
              info: {description: Of pets.}
              paths:
                /pets:
                  get:
                    description: All pets.
                    parameters: [{$ref: '%1$s'}]
                    responses: {'200': {$ref: '%1$s#/a'}}
                /files: {$ref: 'file:///etc/passwd'}
              components: {schemas: {Pet: {$ref: '%1$s'}}}
              """
                  .formatted(url),
              "mode=merge");
      pages
          .editor
          .get(plan)
          .then()
          .statusCode(200)
          .body(allOf(containsString("have no place"), not(containsString("root:"))));
      Assertions.assertThrows(SocketTimeoutException.class, ear::accept);
    }
  }

  @Test
  void aViewerMayNotImport() {
    Visitor lead = Visitor.signedInAs("lead");
    lead.get("/app/apis/ordersapi1/import").then().statusCode(403);
    lead.get("/app/apis/ordersapi1").then().body(not(containsString("/import\"")));
    String plan = pages.planned(FILE, "mode=merge");
    lead.get(plan).then().statusCode(404);
    lead.upload(
            "/app/tokens",
            "/app/apis/ordersapi1/import",
            "a.yaml",
            FILE.getBytes(StandardCharsets.UTF_8),
            List.of("mode=merge", "take=USUAL"))
        .then()
        .statusCode(403);
  }

  @Test
  void whatWaitsForAConfirmationIsItsOwnersAlone() {
    String plan = pages.planned(FILE, "mode=merge");
    Visitor publisher = Visitor.signedInAs("publisher");
    publisher.get(plan).then().statusCode(404);
    publisher.submit(PAGE, plan, List.of("base=" + pages.base(plan))).then().statusCode(404);
    publisher.get(PAGE).then().body(not(containsString("Import of loyalty.yaml")));
    pages.editor.get(PAGE).then().body(containsString("Import of loyalty.yaml"));
    pages.imported(plan);
    publisher.get(plan).then().statusCode(200);
    pages.editor.get(plan.replace("loyaltyap1", "ordersapi1")).then().statusCode(404);
  }
}
