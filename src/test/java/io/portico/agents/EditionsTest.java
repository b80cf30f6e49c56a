package io.portico.agents;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.apidocs.RestApi;
import io.portico.database.Database;
import io.portico.sandbox.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What PostgreSQL keeps, and who looks when. */
@QuarkusTest
class EditionsTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  @Inject Editions editions;
  @Inject Published published;
  @Inject Database database;
  @Inject EditionSchedule schedule;
  @Inject Sandbox sandbox;

  private final RestApi api =
      new RestApi(
          "ed" + UUID.randomUUID().toString().substring(0, 6), "n", "d", Map.of("k\"", "v=w"));

  @AfterEach
  void restore() {
    published.asSeeded();
    database.change(handle -> handle.execute("delete from documentation_look"));
  }

  private Edition edition(String version, Instant askedAt) {
    return new Edition(UUID.randomUUID(), api.id(), "prod", "r", version, "c", "t", askedAt, true);
  }

  private DocumentedApi kept() {
    return editions.all().stream()
        .filter(known -> known.api().id().equals(api.id()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatWasAskedForLaterCounts() {
    editions.put(api);
    assertTrue(editions.keep(edition("2", NOON), List.of()));
    assertFalse(editions.keep(edition("1", NOON.minusSeconds(1)), List.of()), "an older answer");
    assertEquals("2", kept().stages().get("prod").version());
    editions.end(api.id(), "prod", NOON.minusSeconds(1));
    assertEquals("2", kept().stages().get("prod").version());
    assertTrue(editions.keep(edition("3", NOON.plusSeconds(1)), List.of()));
    assertEquals("3", kept().stages().get("prod").version());
    editions.end(api.id(), "prod", NOON.plusSeconds(2));
    assertEquals(Map.of(), kept().stages());
  }

  @Test
  void bytesComeBackAsTheyWere() {
    editions.put(api);
    assertEquals(api, kept().api());
    Edition edition = edition("1", NOON);
    Document small = Document.of("a", "text/plain", "a");
    Document large = Document.of("ü/~1.md", "text/markdown;charset=UTF-8", "ü ".repeat(500));
    editions.keep(edition, List.of(small, large));
    for (Document document : List.of(small, large)) {
      Document kept = editions.document(edition.id(), document.path()).orElseThrow();
      assertEquals(document.digest(), kept.digest());
      assertEquals(document.mediaType(), kept.mediaType());
      assertEquals(document.bodies().keySet(), kept.bodies().keySet());
      for (Coding coding : kept.bodies().keySet()) {
        assertArrayEquals(document.bodies().get(coding), kept.bodies().get(coding));
      }
    }
    assertEquals(Optional.empty(), editions.document(edition.id(), "b"));
  }

  @Test
  void oneReplicaLooksAtATime() {
    EditionTurn here = new EditionTurn(database);
    EditionTurn there = new EditionTurn(database);
    assertTrue(here.take(Duration.ofHours(1)));
    assertFalse(there.take(Duration.ofHours(1)));
    assertFalse(there.extend(Duration.ofHours(1)));
    assertTrue(here.extend(Duration.ZERO));
    assertTrue(there.take(Duration.ofHours(1)));
    assertFalse(here.extend(Duration.ofHours(1)), "taken for dead");
  }

  @Test
  void aLookMakesWhatOthersHavePublishedAndNothingTwice() throws InterruptedException {
    published.asSeeded();
    published.takeTurn();
    schedule.look();
    assertEquals(List.of("ordersapi1/prod", "ordersapi1/test"), stages());
    sandbox.account().apiGateway().tally().clear();
    schedule.look();
    assertEquals(0, sandbox.account().apiGateway().tally().received("GetExport"));
    assertEquals(List.of("ordersapi1/prod", "ordersapi1/test"), stages());
  }

  @Test
  void anApiThatIsGoneIsForgotten() throws InterruptedException {
    editions.put(api);
    published.takeTurn();
    schedule.look();
    assertFalse(editions.all().stream().anyMatch(known -> known.api().id().equals(api.id())));
  }

  private List<String> stages() {
    return editions.all().stream()
        .flatMap(
            known -> known.stages().keySet().stream().map(stage -> known.api().id() + "/" + stage))
        .sorted()
        .toList();
  }
}
