package io.portico.apidocs.publishing;

import static io.portico.apidocs.publishing.OrdersApi.PAGE;
import static io.portico.apidocs.publishing.VersionPages.LIST;
import static io.portico.apidocs.publishing.VersionPages.ONE;
import static io.portico.apidocs.publishing.VersionPages.at;
import static io.portico.apidocs.publishing.VersionPages.known;
import static io.portico.apidocs.publishing.VersionPages.post;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.apidocs.DocumentationVersion;
import io.portico.apidocs.publishing.KeptSnapshot.Source;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes, deletions and restores of versions. */
@QuarkusTest
class VersionChangesTest {
  @Inject OrdersApi orders;
  @Inject Versions versions;
  @Inject Snapshots snapshots;

  private final Visitor viewer = Visitor.signedInAs("lead");
  private final Visitor editor = Visitor.signedInAs("editor");
  private final Visitor publisher = Visitor.signedInAs("publisher");

  @BeforeEach
  @AfterEach
  void reset() {
    orders.reset();
  }

  @ParameterizedTest
  @CsvSource({
    "lead, note",
    "lead, delete",
    "lead, restore",
    "editor, note",
    "editor, delete",
  })
  void whoMayNotChangesNothing(String person, String what) {
    post(Visitor.signedInAs(person), what, "2026-01", "note=x", "seen=First")
        .then()
        .statusCode(403);
    assertEquals(Optional.of("First complete documentation."), orders.note("2026-01"));
  }

  @Test
  void aNoteIsSavedForWhoSawTheOneBefore() {
    post(publisher, "note", "2026-01", "seen=First complete documentation.", "note=One\r\ntwo <b>")
        .then()
        .statusCode(303)
        .header("Location", endsWith("/version?name=2026-01"));
    assertEquals(Optional.of("One\ntwo <b>"), orders.note("2026-01"));
    viewer.get(at("2026-01")).then().body(containsString("two &lt;b&gt;"));
    post(publisher, "note", "2026-01", "seen=First complete documentation.", "note=Mine")
        .then()
        .statusCode(409)
        .body(
            allOf(
                containsString("Somebody else has changed the note"),
                containsString("two &lt;b&gt;"),
                containsString("Mine</textarea>")));
    assertEquals(Optional.of("One\ntwo <b>"), orders.note("2026-01"));
    post(publisher, "note", "2026-01", "seen=One\r\ntwo <b>", "note=").then().statusCode(303);
    assertEquals(Optional.of(""), orders.note("2026-01"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "a\u001bb"})
  void aNoteOfControlCharactersIsRefusedAndKept(String note) {
    post(
            publisher,
            "note",
            "2026-01",
            "seen=First complete documentation.",
            "note=text" + note + "!")
        .then()
        .statusCode(422)
        .body(
            allOf(containsString("Leave out control characters"), containsString("!</textarea>")));
  }

  @Test
  void aNoteOfAnyLengthIsRefusedAndKept() {
    String note = "x".repeat(1_001);
    post(publisher, "note", "2026-01", "seen=First complete documentation.", "note=" + note)
        .then()
        .statusCode(422)
        .body(allOf(containsString("has 1,001 characters"), containsString(note)));
    post(
            publisher,
            "note",
            "2026-01",
            "seen=First complete documentation.",
            "note=" + "👩".repeat(1_000))
        .then()
        .statusCode(303);
  }

  @Test
  void aVersionInUseStaysAndSaysWhere() {
    for (String page : List.of(at("2026-01"), ONE + "/delete?name=2026-01")) {
      publisher
          .get(page)
          .then()
          .statusCode(200)
          .body(
              allOf(
                  containsString("as long as a stage shows it, and prod does"),
                  not(containsString("danger"))));
    }
    post(publisher, "delete", "2026-01")
        .then()
        .statusCode(409)
        .body(containsString("Nothing was deleted"));
    assertEquals(0, orders.calls("DeleteDocumentationVersion"));
  }

  @Test
  void aDeletedVersionLeavesNothingBehind() {
    orders.make("3.0");
    orders.show("prod", "3.0");
    assertEquals(Optional.of(Source.EXPORT), known(versions, "3.0"));
    orders.show("prod", "2026-01");
    publisher
        .get(ONE + "/delete?name=3.0")
        .then()
        .body(allOf(containsString("Delete version 3.0?"), containsString("Note of 3.0")));
    post(publisher, "delete", "3.0")
        .then()
        .statusCode(303)
        .header("Location", endsWith("/versions"));
    assertEquals(Optional.empty(), orders.note("3.0"));
    viewer.get(LIST).then().body(not(containsString(">3.0<")));
    assertEquals(
        Set.of("2026-01", "2026-02"),
        snapshots.sources("ordersapi1").keySet().stream()
            .map(Snapshots.Key::version)
            .collect(Collectors.toSet()));
  }

  @Test
  void aRestoreIsAnImportThatShowsFirstWhatItChanges() {
    assertEquals(Optional.of(Source.EXPORT), known(versions, "2026-01"));
    Response planned = post(editor, "restore", "2026-01");
    planned.then().statusCode(303);
    String plan = planned.header("Location").replaceFirst("^.*?/app/", "/app/");
    editor
        .get(plan)
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("Restore of version 2026-01: what it would change"),
                containsString("<dd>overwrite</dd>"),
                containsString("This destroys 7 parts")));
    assertEquals(0, orders.calls("ImportDocumentationParts"));
  }

  @Test
  void whatARestoreLosesStandsOnItsPlan() {
    DocumentationVersion version = versions.of(OrdersApi.API).version("2026-01").orElseThrow().of();
    Snapshot kept = snapshots.of("ordersapi1", version).orElseThrow().snapshot();
    assertEquals(0, kept.unreadable());
    snapshots.forget("ordersapi1", version);
    snapshots.keep("ordersapi1", version, Source.EXPORT, kept.with(2));
    String plan =
        post(editor, "restore", "2026-01").header("Location").replaceFirst("^.*?/app/", "/app/");
    editor
        .get(plan)
        .then()
        .body(
            allOf(
                containsString("2 of its parts, which the portal cannot read"),
                containsString("Import, and destroy 7 parts")));
    viewer
        .get(PAGE + "/compare")
        .then()
        .body(containsString("2 parts of stage prod, version 2026-01 cannot be read"));
  }
}
