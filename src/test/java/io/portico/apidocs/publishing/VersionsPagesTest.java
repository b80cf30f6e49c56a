package io.portico.apidocs.publishing;

import static io.portico.apidocs.publishing.OrdersApi.PAGE;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.apidocs.DocumentationVersion;
import io.portico.apidocs.publishing.KeptSnapshot.Source;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class VersionsPagesTest {
  private static final String LIST = PAGE + "/versions";
  private static final String ONE = PAGE + "/version";

  @Inject OrdersApi orders;
  @Inject Versions versions;
  @Inject Snapshots snapshots;

  private final Visitor viewer = Visitor.signedInAs("lead");
  private final Visitor editor = Visitor.signedInAs("editor");
  private final Visitor publisher = Visitor.signedInAs("publisher");

  static List<String> hostileNames() {
    return List.of(
        "2026/11",
        "a%2Fb",
        "..",
        "../prod",
        "a b+c&d=e;f#g?h",
        "<script>alert(1)</script>\"'",
        "{inject:shell.person.name}",
        "Größe 日本 👩‍🚀 \u202eabc",
        "x".repeat(1_000));
  }

  @BeforeEach
  @AfterEach
  void reset() {
    orders.reset();
  }

  private static String at(String version) {
    return ONE + "?name=" + URLEncoder.encode(version, StandardCharsets.UTF_8);
  }

  private String row(String version) {
    String page = viewer.get(LIST).asString();
    Matcher row =
        Pattern.compile("<tr data-row>.{0,200}>" + version + "</a>.*?</tr>", Pattern.DOTALL)
            .matcher(page);
    assertTrue(row.find(), "no row of " + version);
    return row.group();
  }

  private Response post(Visitor visitor, String what, String version, String... fields) {
    List<String> all = new ArrayList<>(List.of(fields));
    all.add("name=" + version);
    return visitor.submit("/app", ONE + "/" + what, all);
  }

  private Optional<Source> known(String version) {
    return versions.of(OrdersApi.API).version(version).flatMap(ListedVersion::known);
  }

  @Test
  void whatStagesShowIsKnownFromThenOn() {
    assertTrue(row("2026-01").contains("read from a stage"));
    assertTrue(row("2026-02").contains("outside the portal"));
    assertEquals(2, orders.calls("GetExport"));
    orders.show("prod", "2026-02");
    assertTrue(row("2026-01").contains("no stage"));
    assertTrue(row("2026-01").contains("read from a stage"));
    assertEquals(2, orders.calls("GetExport"));
  }

  @Test
  void aVersionMadeElsewhereIsUnknownUntilAStageShowsIt() {
    orders.make("3.0");
    String row = row("3.0");
    assertTrue(row.contains("unknown"), row);
    assertTrue(row.contains("Note of 3.0"), row);
    assertTrue(row.contains("not possible"), row);
    viewer
        .get(at("3.0"))
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("was made outside of the portal"),
                not(containsString("Restore into the draft"))));
    post(editor, "restore", "3.0").then().statusCode(409);
    orders.show("prod", "3.0");
    assertTrue(row("3.0").contains("read from a stage"));
    orders.show("prod", "2026-01");
    assertEquals(Optional.of(Source.EXPORT), known("3.0"));
  }

  @Test
  void theNewestStandsFirst() {
    orders.make("b");
    orders.make("a");
    assertEquals(
        List.of("a", "b", "2026-02", "2026-01"),
        versions.of(OrdersApi.API).versions().stream().map(ListedVersion::name).toList());
  }

  @Test
  void eachRoleSeesWhatItMayDo() {
    String show = "Show it on a stage";
    String restore = "Restore into the draft";
    String delete = "Delete it…";
    orders.show("test", "2026-01");
    viewer.get(LIST);
    orders.show("test", "2026-02");
    orders.show("prod", "2026-02");
    viewer
        .get(at("2026-01"))
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("What it says"),
                not(containsString(show)),
                not(containsString(restore)),
                not(containsString(delete))));
    editor
        .get(at("2026-01"))
        .then()
        .body(
            allOf(containsString(restore), not(containsString(show)), not(containsString(delete))));
    publisher
        .get(at("2026-01"))
        .then()
        .body(allOf(containsString(restore), containsString(show), containsString(delete)));
  }

  @Test
  void whoHasNoRoleFindsNothing() {
    Visitor nobody = Visitor.signedInAs("scientist");
    nobody.get(LIST).then().statusCode(404);
    nobody.get(at("2026-01")).then().statusCode(404);
    for (String what : List.of("note", "delete", "restore")) {
      post(nobody, what, "2026-01", "note=x", "seen=").then().statusCode(404);
    }
    viewer.get("/app/apis/loyaltyap1/versions").then().statusCode(404);
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
  void aVersionThatIsNotThereIsNotFound() {
    publisher.get(at("none")).then().statusCode(404);
    publisher.get(ONE).then().statusCode(404);
    for (String what : List.of("note", "delete", "restore")) {
      post(publisher, what, "none", "note=x", "seen=").then().statusCode(404);
    }
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
    assertEquals(Optional.of(Source.EXPORT), known("3.0"));
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
    assertEquals(Optional.of(Source.EXPORT), known("2026-01"));
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
  void whoHasNoVersionIsToldHowToMakeOne() {
    String loyalty = "/app/apis/loyaltyap1/versions";
    publisher
        .get(loyalty)
        .then()
        .statusCode(200)
        .body(
            allOf(containsString("There is no version yet"), containsString("loyaltyap1/publish")));
    editor
        .get(loyalty)
        .then()
        .body(
            allOf(
                containsString("Somebody with the role publisher"),
                not(containsString("loyaltyap1/publish"))));
  }

  @ParameterizedTest
  @MethodSource("hostileNames")
  void aNameMayBeAnything(String name) {
    orders.make(name);
    orders.show("prod", name);
    for (String page : List.of(LIST, at(name))) {
      Response answer = publisher.get(page);
      answer.then().statusCode(200).body(containsString("read from a stage"));
      assertFalse(answer.asString().contains("<script>alert"));
    }
    post(publisher, "restore", name).then().statusCode(303);
    orders.show("prod", "2026-01");
    publisher.get(at(name)).then().body(containsString("Delete it…"));
    publisher
        .get(ONE + "/delete?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
        .then()
        .statusCode(200)
        .body(not(containsString("<script>alert")));
    post(publisher, "note", name, "seen=Note of " + name, "note=x").then().statusCode(303);
    assertEquals(Optional.of("x"), orders.note(name));
    post(publisher, "delete", name).then().statusCode(303);
    assertEquals(Optional.empty(), orders.note(name));
  }

  @Test
  void anExportThatCannotBeReadCostsTheListNothing() {
    QuarkusMock.installMockForType(new UnreadableExports(), StageExports.class);
    viewer
        .get(LIST)
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("What test, prod shows could not be read just now"),
                containsString(">2026-01<"),
                containsString(">2026-02<")));
    viewer.get(at("2026-01")).then().body(containsString("The export of prod cannot be read"));
  }

  /** Kept as PostgreSQL can. */
  @Test
  void aNameWithANulHarmsNothing() {
    orders.make("a\0b");
    orders.show("prod", "a\0b");
    assertEquals(Optional.of(Source.EXPORT), known("a\0b"));
    viewer
        .get(PAGE + "/compare?from=stage:test&to=stage:prod")
        .then()
        .statusCode(200)
        .body(containsString("changed-place"));
    viewer.get(PAGE + "/drift").then().statusCode(200).body(containsString("prod shows the draft"));
    orders.show("prod", "2026-01");
    viewer.get(PAGE + "/drift").then().body(containsString("Draft differs from prod"));
  }

  @Test
  void allWhoAskAtTheSameTimeShareOneReading() throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Integer>> visits =
          Collections.nCopies(
              8, () -> viewer.request().get("http://127.0.0.1:8081" + LIST).statusCode());
      for (Future<Integer> visit : people.invokeAll(visits)) {
        assertEquals(200, visit.get());
      }
    } finally {
      people.shutdown();
    }
    assertEquals(2, orders.calls("GetExport"));
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
