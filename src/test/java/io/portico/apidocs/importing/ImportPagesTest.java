package io.portico.apidocs.importing;

import static io.portico.apidocs.importing.ImportPages.FILE;
import static io.portico.apidocs.importing.ImportPages.LOYALTY;
import static io.portico.apidocs.importing.ImportPages.PAGE;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.apidocs.DraftDigest;
import io.portico.apidocs.Drafts;
import io.portico.database.Database;
import io.portico.testsupport.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a dry run to its end, and back. */
@QuarkusTest
class ImportPagesTest {
  @Inject ImportPages pages;
  @Inject Drafts drafts;
  @Inject Database database;
  @Inject ImportHousekeeping housekeeping;

  @BeforeEach
  @AfterEach
  void reset() {
    pages.reset();
  }

  @Test
  void aDryRunTellsEverythingAndSendsNothing() {
    String plan = pages.planned(FILE, "mode=merge");
    pages
        .editor
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
    assertEquals(0, pages.calls("ImportDocumentationParts"));
    assertEquals("PLANNED", pages.state(plan));
  }

  @Test
  void aMergeIsOneImportAndChangesWhatWasShown() {
    int before = pages.draft().size();
    String plan = pages.planned(FILE, "mode=merge");
    pages.imported(plan);
    assertEquals(1, pages.calls("ImportDocumentationParts"));
    assertEquals(before + 1, pages.draft().size());
    assertTrue(pages.draft().toString().contains("Said <b>anew</b> 🎁"));
    pages
        .editor
        .get(plan)
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("it is what was planned"),
                containsString("1 added, 1 changed, 0 removed"),
                containsString("Restore what was there before")));
    pages.editor.get(PAGE).then().body(containsString("Import of loyalty.yaml"));
  }

  @Test
  void anOverwriteSaysWhatItDestroysAndARestoreGivesItBack() {
    List<String> before = pages.draft();
    String plan = pages.planned(FILE, "mode=overwrite");
    int removed = before.size() - 1;
    pages
        .editor
        .get(plan)
        .then()
        .body(
            allOf(
                containsString("This destroys " + removed + " part"),
                containsString("Import, and destroy " + removed + " part")));
    pages.imported(plan);
    assertEquals(2, pages.draft().size());

    Response restore = pages.editor.submit(PAGE, plan + "/restore");
    restore.then().statusCode(303);
    String back = restore.header("Location").replaceFirst("^.*?/app/", "/app/");
    pages.editor.get(back).then().body(containsString("Restore of what was there before"));
    assertEquals(1, pages.calls("ImportDocumentationParts"));
    pages.imported(back);
    assertEquals(before, pages.draft());
  }

  @Test
  void theBackupIsAFileThatCanBeImported() {
    List<String> before = pages.draft();
    String plan = pages.planned(FILE, "mode=overwrite");
    pages.imported(plan);
    Response backup = pages.editor.get(plan + "/backup");
    backup
        .then()
        .statusCode(200)
        .contentType(startsWith("application/json"))
        .header("Content-Disposition", startsWith("attachment; filename=\"loyalty-before-20"));
    pages.imported(pages.planned(backup.asString(), "mode=overwrite"));
    assertEquals(before, pages.draft());
  }

  @Test
  void whatHasChangedSinceItWasShownIsShownAgain() {
    String plan = pages.planned(FILE, "mode=merge");
    String base = pages.base(plan);
    pages.imported(pages.planned(FILE.replace("anew", "by somebody else"), "mode=merge"));
    pages
        .confirm(plan, base)
        .then()
        .statusCode(409)
        .body(
            allOf(
                containsString("The draft has changed since"),
                containsString("by somebody else"),
                containsString("<dt>Added</dt><dd>0</dd>")));
    assertEquals(1, pages.calls("ImportDocumentationParts"));
    pages.imported(plan);
  }

  @Test
  void confirmingTwiceImportsOnce() {
    String plan = pages.planned(FILE, "mode=merge");
    String base = pages.base(plan);
    pages.confirm(plan, base).then().statusCode(303);
    pages.confirm(plan, base).then().statusCode(303);
    Eventually.equal("DONE", () -> pages.state(plan));
    pages.confirm(plan, base).then().statusCode(303);
    assertEquals(1, pages.calls("ImportDocumentationParts"));
  }

  @Test
  void oneImportOfAnApiRunsAtATime() {
    String other = pages.planned(FILE, "mode=merge");
    String plan = pages.planned(FILE, "mode=merge");
    String base = pages.base(plan);
    pages.set(other, "state = 'RUNNING', beat_at = now()");
    pages
        .confirm(plan, base)
        .then()
        .statusCode(409)
        .body(containsString("Another import of this API is running"));
    pages.set(other, "beat_at = now() - interval '2 minutes'");
    housekeeping.stopSilent();
    pages.imported(plan);
  }

  @Test
  void whatADeadReplicaLeftSaysSoAndOffersTheWayBack() {
    String plan = pages.planned(FILE, "mode=overwrite");
    pages.imported(plan);
    pages.set(plan, "state = 'RUNNING', step = 'SENDING', beat_at = now()");
    pages.editor.get(plan).then().body(containsString("Step 3 of 4"));
    pages.set(plan, "beat_at = now() - interval '2 minutes'");
    housekeeping.stopSilent();
    pages
        .editor
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
    String plan = pages.planned(FILE, "mode=merge");
    pages.set(
        plan, "state = 'RUNNING', step = 'WAITING', beat_at = now(), message = 'Until noon.'");
    Response progress = pages.editor.get(plan + "/progress");
    progress
        .then()
        .statusCode(200)
        .body(allOf(containsString("Step 1 of 4"), containsString("Until noon.")));
    Matcher next = Pattern.compile("hx-get=\"([^\"]+)\"").matcher(progress.asString());
    assertTrue(next.find());
    pages.editor.get(next.group(1)).then().statusCode(204);
    pages.set(plan, "state = 'DONE'");
    pages.editor.get(next.group(1)).then().statusCode(204).header("HX-Refresh", "true");
  }

  @Test
  void plansAreKeptForADayAndBackupsForLonger() {
    String plan = pages.planned(FILE, "mode=merge");
    String done = pages.planned(FILE, "mode=merge");
    pages.imported(done);
    String old = pages.planned(FILE, "mode=overwrite");
    pages.imported(old);
    pages.set(plan, "planned_at = now() - interval '25 hours'");
    pages.set(done, "planned_at = now() - interval '89 days'");
    pages.set(old, "planned_at = now() - interval '91 days'");
    housekeeping.deleteOld();
    pages.editor.get(plan).then().statusCode(404);
    pages.editor.get(old).then().statusCode(404);
    pages.editor.get(done + "/backup").then().statusCode(200);
  }

  @Test
  void allOrNothingMeansWhatItSays() {
    String plan = pages.planned(FILE, "mode=merge", "strict=yes");
    pages
        .editor
        .get(plan)
        .then()
        .body(
            allOf(
                containsString("you asked for all or nothing"),
                not(containsString("name=\"base\""))));
    pages.confirm(plan, DraftDigest.of(drafts.fresh(LOYALTY)).hex()).then().statusCode(409);
    assertEquals(0, pages.calls("ImportDocumentationParts"));
  }

  @Test
  void theTrailTellsHowItEnded() {
    String plan = pages.planned(FILE, "mode=merge");
    pages.imported(plan);
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
