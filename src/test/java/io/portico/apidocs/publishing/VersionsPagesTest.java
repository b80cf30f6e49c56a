package io.portico.apidocs.publishing;

import static io.portico.apidocs.publishing.OrdersApi.PAGE;
import static io.portico.apidocs.publishing.VersionPages.LIST;
import static io.portico.apidocs.publishing.VersionPages.ONE;
import static io.portico.apidocs.publishing.VersionPages.at;
import static io.portico.apidocs.publishing.VersionPages.known;
import static io.portico.apidocs.publishing.VersionPages.post;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.apidocs.publishing.KeptSnapshot.Source;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which versions there are, and what is known of them. */
@QuarkusTest
class VersionsPagesTest {
  @Inject OrdersApi orders;
  @Inject Versions versions;

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

  private String row(String version) {
    String page = viewer.get(LIST).asString();
    Matcher row =
        Pattern.compile("<tr data-row>.{0,200}>" + version + "</a>.*?</tr>", Pattern.DOTALL)
            .matcher(page);
    assertTrue(row.find(), "no row of " + version);
    return row.group();
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
    assertEquals(Optional.of(Source.EXPORT), known(versions, "3.0"));
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

  @Test
  void aVersionThatIsNotThereIsNotFound() {
    publisher.get(at("none")).then().statusCode(404);
    publisher.get(ONE).then().statusCode(404);
    for (String what : List.of("note", "delete", "restore")) {
      post(publisher, what, "none", "note=x", "seen=").then().statusCode(404);
    }
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
    assertEquals(Optional.of(Source.EXPORT), known(versions, "a\0b"));
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
}
