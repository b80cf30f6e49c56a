package io.portico.apidocs.importing;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.apidocs.DraftDigest;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.Gateway;
import io.portico.apidocs.RestApi;
import io.portico.database.Database;
import io.portico.sandbox.Sandbox;
import io.portico.testsupport.Eventually;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportPagesTest {
  private static final String API = "/app/apis/loyaltyap1";
  private static final String PAGE = API + "/import";
  private static final RestApi LOYALTY = new RestApi("loyaltyap1", "loyalty", "", Map.of());
  private static final Pattern BASE = Pattern.compile("name=\"base\" value=\"([0-9a-f]{64})\"");
  private static final String FILE =
      """
      openapi: 3.0.3
      info: {title: Loyalty, version: '1'}
      paths: {}
      x-amazon-apigateway-documentation:
        documentationParts:
          - location: {type: API}
            properties: {info: {description: "Said <b>anew</b> 🎁"}}
          - location: {type: RESOURCE, path: /nowhere}
            properties: {description: Nobody calls this.}
          - location: {type: RESPONSE, path: /members, method: GET, statusCode: default}
            properties: {description: Has no place.}
      """;

  @Inject Sandbox sandbox;
  @Inject Drafts drafts;
  @Inject Database database;
  @Inject RunningImports running;
  @Inject ImportHousekeeping housekeeping;

  private final Visitor editor = Visitor.signedInAs("editor");

  @BeforeEach
  @AfterEach
  void reset() {
    sandbox.account().apiGateway().reset();
    Gateway.freeQuotas(database);
    sandbox.account().apiGateway().tally().clear();
    drafts.forget(LOYALTY);
    database.change(handle -> handle.execute("delete from documentation_import"));
  }

  private Response upload(Visitor visitor, String file, String... fields) {
    return visitor.upload(
        PAGE,
        PAGE,
        "loyalty.yaml",
        file.getBytes(StandardCharsets.UTF_8),
        Stream.concat(Stream.of("take=USUAL"), Stream.of(fields)).toList());
  }

  private String planned(String file, String... fields) {
    Response response = upload(editor, file, fields);
    response.then().statusCode(303);
    String location = response.header("Location");
    return location.substring(location.indexOf("/app/"));
  }

  private Response confirm(String plan) {
    return confirm(plan, base(plan));
  }

  private Response confirm(String plan, String base) {
    return editor.submit(PAGE, plan, List.of("base=" + base));
  }

  private String base(String plan) {
    Matcher base = BASE.matcher(editor.get(plan).asString());
    assertTrue(base.find(), "no confirmation on the page");
    return base.group(1);
  }

  private void imported(String plan) {
    Gateway.freeQuotas(database);
    confirm(plan).then().statusCode(303).header("Location", containsString(plan));
    Eventually.equal("DONE", () -> state(plan));
  }

  private String state(String plan) {
    return database.transaction(
        handle ->
            handle
                .createQuery("select state from documentation_import where id = :id::uuid")
                .bind("id", plan.substring(plan.lastIndexOf('/') + 1))
                .mapTo(String.class)
                .one());
  }

  private int calls(String operation) {
    return sandbox.account().apiGateway().tally().received(operation);
  }

  private List<String> draft() {
    return drafts.fresh(LOYALTY).documentation().parts().stream()
        .map(part -> part.location() + " " + part.properties())
        .sorted()
        .toList();
  }

  @Test
  void aDryRunTellsEverythingAndSendsNothing() {
    String plan = planned(FILE, "mode=merge");
    editor
        .get(plan)
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("Import of loyalty.yaml: what it would change"),
                containsString("<dt>Added</dt><dd>1</dd>"),
                containsString("<dt>Changed</dt><dd>1</dd>"),
                containsString("<dt>Removed</dt><dd>0</dd>"),
                containsString("Said &lt;b&gt;anew&lt;/b&gt; 🎁"),
                containsString("1 entry of the file has no place"),
                containsString("status code from 100 to 599"),
                containsString("1 added part is about something that the API does not have"),
                containsString("Resource /nowhere"),
                not(containsString("<b>anew"))));
    assertEquals(0, calls("ImportDocumentationParts"));
    assertEquals("PLANNED", state(plan));
  }

  @Test
  void aMergeIsOneImportAndChangesWhatWasShown() {
    int before = draft().size();
    String plan = planned(FILE, "mode=merge");
    imported(plan);
    assertEquals(1, calls("ImportDocumentationParts"));
    assertEquals(before + 1, draft().size());
    assertTrue(draft().toString().contains("Said <b>anew</b> 🎁"));
    editor
        .get(plan)
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("it is what was planned"),
                containsString("1 added, 1 changed, 0 removed"),
                containsString("Restore what was there before")));
    editor.get(PAGE).then().body(containsString("Import of loyalty.yaml"));
  }

  @Test
  void anOverwriteSaysWhatItDestroysAndARestoreGivesItBack() {
    List<String> before = draft();
    String plan = planned(FILE, "mode=overwrite");
    int removed = before.size() - 1;
    editor
        .get(plan)
        .then()
        .body(
            allOf(
                containsString("This destroys " + removed + " part"),
                containsString("Import, and destroy " + removed + " part")));
    imported(plan);
    assertEquals(2, draft().size());

    Response restore = editor.submit(PAGE, plan + "/restore");
    restore.then().statusCode(303);
    String back = restore.header("Location").replaceFirst("^.*?/app/", "/app/");
    editor.get(back).then().body(containsString("Restore of what was there before"));
    assertEquals(1, calls("ImportDocumentationParts"));
    imported(back);
    assertEquals(before, draft());
  }

  @Test
  void theBackupIsAFileThatCanBeImported() {
    List<String> before = draft();
    String plan = planned(FILE, "mode=overwrite");
    imported(plan);
    Response backup = editor.get(plan + "/backup");
    backup
        .then()
        .statusCode(200)
        .contentType(startsWith("application/json"))
        .header("Content-Disposition", startsWith("attachment; filename=\"loyalty-before-20"));
    imported(planned(backup.asString(), "mode=overwrite"));
    assertEquals(before, draft());
  }

  @Test
  void whatHasChangedSinceItWasShownIsShownAgain() {
    String plan = planned(FILE, "mode=merge");
    String base = base(plan);
    imported(planned(FILE.replace("anew", "by somebody else"), "mode=merge"));
    confirm(plan, base)
        .then()
        .statusCode(409)
        .body(
            allOf(
                containsString("The draft has changed since"),
                containsString("by somebody else"),
                containsString("<dt>Added</dt><dd>0</dd>")));
    assertEquals(1, calls("ImportDocumentationParts"));
    imported(plan);
  }

  @Test
  void confirmingTwiceImportsOnce() {
    String plan = planned(FILE, "mode=merge");
    String base = base(plan);
    confirm(plan, base).then().statusCode(303);
    confirm(plan, base).then().statusCode(303);
    Eventually.equal("DONE", () -> state(plan));
    confirm(plan, base).then().statusCode(303);
    assertEquals(1, calls("ImportDocumentationParts"));
  }

  @Test
  void oneImportOfAnApiRunsAtATime() {
    String other = planned(FILE, "mode=merge");
    String plan = planned(FILE, "mode=merge");
    String base = base(plan);
    set(other, "state = 'RUNNING', beat_at = now()");
    confirm(plan, base)
        .then()
        .statusCode(409)
        .body(containsString("Another import of this API is running"));
    set(other, "beat_at = now() - interval '2 minutes'");
    housekeeping.stopSilent();
    imported(plan);
  }

  private void set(String plan, String change) {
    database.change(
        handle ->
            handle
                .createUpdate("update documentation_import set " + change + " where id = :id::uuid")
                .bind("id", plan.substring(plan.lastIndexOf('/') + 1))
                .execute());
  }

  @Test
  void whatADeadReplicaLeftSaysSoAndOffersTheWayBack() {
    String plan = planned(FILE, "mode=overwrite");
    imported(plan);
    set(plan, "state = 'RUNNING', step = 'SENDING', beat_at = now()");
    editor.get(plan).then().body(containsString("Step 3 of 4"));
    set(plan, "beat_at = now() - interval '2 minutes'");
    housekeeping.stopSilent();
    editor
        .get(plan)
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("It is not known whether it was done"),
                containsString("what a restore would change"),
                containsString("1 removed"),
                containsString("Restore what was there before")));
  }

  @Test
  void progressIsToldOnceAndTheEndReloadsThePage() {
    String plan = planned(FILE, "mode=merge");
    set(plan, "state = 'RUNNING', step = 'WAITING', beat_at = now(), message = 'Until noon.'");
    Response progress = editor.get(plan + "/progress");
    progress
        .then()
        .statusCode(200)
        .body(allOf(containsString("Step 1 of 4"), containsString("Until noon.")));
    Matcher next = Pattern.compile("hx-get=\"([^\"]+)\"").matcher(progress.asString());
    assertTrue(next.find());
    editor.get(next.group(1)).then().statusCode(204);
    set(plan, "state = 'DONE'");
    editor.get(next.group(1)).then().statusCode(204).header("HX-Refresh", "true");
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
    editor
        .upload(PAGE, PAGE, "", new byte[0], List.of("text=" + text, "mode=merge", "take=USUAL"))
        .then()
        .statusCode(303);
  }

  @Test
  void aPastedTextThatIsWrongIsKept() {
    String text = "openapi: 3.1.0\ninfo: {title: '<script>'}";
    editor
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
            "", "This is no OpenAPI file");
    wrong.forEach(
        (file, sentence) ->
            upload(editor, file, "mode=merge")
                .then()
                .statusCode(422)
                .body(allOf(containsString(sentence), containsString("hoose the file again"))));
    editor
        .upload(
            PAGE,
            PAGE,
            "latin1.yaml",
            "openapi: 3.0.1\ninfo: {description: caf\u00e9}".getBytes(StandardCharsets.ISO_8859_1),
            List.of("mode=merge", "take=USUAL"))
        .then()
        .statusCode(422)
        .body(containsString("not in UTF-8"));
    upload(editor, "x".repeat(6 * 1024 * 1024 + 1), "mode=merge")
        .then()
        .statusCode(422)
        .body(containsString("larger than 6 MB"));
    assertEquals(0, calls("ImportDocumentationParts"));
  }

  @Test
  void plansAreKeptForADayAndBackupsForLonger() {
    String plan = planned(FILE, "mode=merge");
    String done = planned(FILE, "mode=merge");
    imported(done);
    String old = planned(FILE, "mode=overwrite");
    imported(old);
    set(plan, "planned_at = now() - interval '25 hours'");
    set(done, "planned_at = now() - interval '89 days'");
    set(old, "planned_at = now() - interval '91 days'");
    housekeeping.deleteOld();
    editor.get(plan).then().statusCode(404);
    editor.get(old).then().statusCode(404);
    editor.get(done + "/backup").then().statusCode(200);
  }

  @Test
  void aFormSaysWhatIsMissing() {
    editor
        .upload(PAGE, PAGE, "", new byte[0], List.of("mode=destroy", "take=ALL"))
        .then()
        .statusCode(422)
        .body(
            allOf(
                containsString("Choose a file, or paste its text below."),
                containsString("Choose whether to merge or to overwrite."),
                containsString("Choose which texts to take.")));
    upload(editor, FILE, "mode=merge", "text=openapi: 3.0.1")
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
          planned(
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
      editor
          .get(plan)
          .then()
          .statusCode(200)
          .body(allOf(containsString("have no place"), not(containsString("root:"))));
      Assertions.assertThrows(SocketTimeoutException.class, ear::accept);
    }
  }

  @Test
  void allOrNothingMeansWhatItSays() {
    String plan = planned(FILE, "mode=merge", "strict=yes");
    editor
        .get(plan)
        .then()
        .body(
            allOf(
                containsString("you asked for all or nothing"),
                not(containsString("name=\"base\""))));
    confirm(plan, DraftDigest.of(drafts.fresh(LOYALTY)).hex()).then().statusCode(409);
    assertEquals(0, calls("ImportDocumentationParts"));
  }

  @Test
  void aViewerMayNotImport() {
    Visitor lead = Visitor.signedInAs("lead");
    lead.get("/app/apis/ordersapi1/import").then().statusCode(403);
    lead.get("/app/apis/ordersapi1").then().body(not(containsString("/import\"")));
    String plan = planned(FILE, "mode=merge");
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
    String plan = planned(FILE, "mode=merge");
    Visitor publisher = Visitor.signedInAs("publisher");
    publisher.get(plan).then().statusCode(404);
    publisher.submit(PAGE, plan, List.of("base=" + base(plan))).then().statusCode(404);
    publisher.get(PAGE).then().body(not(containsString("Import of loyalty.yaml")));
    editor.get(PAGE).then().body(containsString("Import of loyalty.yaml"));
    imported(plan);
    publisher.get(plan).then().statusCode(200);
    editor.get(plan.replace("loyaltyap1", "ordersapi1")).then().statusCode(404);
  }

  @Test
  void theTrailTellsHowItEnded() {
    String plan = planned(FILE, "mode=merge");
    imported(plan);
    Eventually.equal(
        List.of("PARTS_IMPORTED DONE Editor apis/loyaltyap1"),
        () ->
            database.transaction(
                handle ->
                    handle
                        .createQuery(
                            """
                            select action || ' ' || result || ' ' || name || ' ' || resource
                            from activity where strpos(detail, :plan) > 0
                            """)
                        .bind("plan", plan)
                        .mapTo(String.class)
                        .list()));
  }
}
