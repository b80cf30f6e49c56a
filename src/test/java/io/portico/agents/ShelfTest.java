package io.portico.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.portico.apidocs.RestApi;
import io.portico.database.Away;
import io.portico.database.DatabaseUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What readers get from memory, and when PostgreSQL is asked. */
class ShelfTest {
  private static final RestApi ORDERS = new RestApi("orders", "orders", "", Map.of());
  private static final long MANY = 1_000_000;

  private final AtomicLong now = new AtomicLong();
  private final Table table = new Table();
  private final Edition first = edition("1.0", "2026-01-01T00:00:00Z", true);
  private Shelf shelf = new Shelf(table, MANY, now::get);

  /** A table whose queries are counted. */
  private static final class Table extends Editions {
    final AtomicInteger catalogues = new AtomicInteger();
    final AtomicInteger documents = new AtomicInteger();
    volatile List<Edition> editions = List.of();
    volatile boolean away;
    volatile String text = "a";

    Table() {
      super(null);
    }

    @Override
    List<DocumentedApi> all() {
      catalogues.incrementAndGet();
      fail();
      return List.of(DocumentedApi.of(ORDERS, editions));
    }

    @Override
    Optional<Document> document(UUID edition, String path) {
      documents.incrementAndGet();
      fail();
      return path.equals("nothing")
          ? Optional.empty()
          : Optional.of(Document.of(path, "text/plain", text));
    }

    private void fail() {
      if (away) {
        throw Away.unavailable();
      }
    }
  }

  private static Edition edition(String version, String created, boolean current) {
    return new Edition(
        UUID.randomUUID(), "orders", "prod", "r", version, created, "t", Instant.EPOCH, current);
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  @Test
  void whatIsPublishedIsKnownWithinSeconds() {
    assertEquals(Map.of(), shelf.api("orders").orElseThrow().stages());
    table.editions = List.of(first);
    pass(Duration.ofSeconds(4));
    assertEquals(Map.of(), shelf.api("orders").orElseThrow().stages());
    assertEquals(1, table.catalogues.get());
    pass(Duration.ofSeconds(1));
    assertEquals(Map.of("prod", first), shelf.api("orders").orElseThrow().stages());
    assertEquals(Optional.empty(), shelf.api("other"));
    assertEquals(2, table.catalogues.get());
  }

  @Test
  void whatWasMadeHereIsKnownAtOnce() {
    shelf.apis();
    table.editions = List.of(first);
    shelf.renew();
    assertEquals(Map.of("prod", first), shelf.api("orders").orElseThrow().stages());
  }

  @Test
  void anEditionIsReadOnce() {
    Document document = shelf.document(first, "index.md").orElseThrow();
    table.text = "b";
    pass(Duration.ofDays(30));
    assertEquals(document, shelf.document(first, "index.md").orElseThrow());
    assertEquals(Optional.empty(), shelf.document(first, "nothing"));
    assertEquals(Optional.empty(), shelf.document(first, "nothing"));
    assertEquals(2, table.documents.get());
  }

  @Test
  void whatIsInMemoryGoesOnWithoutTheDatabase() {
    table.editions = List.of(first);
    shelf.apis();
    shelf.document(first, "index.md");
    table.away = true;
    pass(Duration.ofDays(1));
    assertEquals(Map.of("prod", first), shelf.api("orders").orElseThrow().stages());
    assertEquals("a", text(shelf.document(first, "index.md")));
    assertThrows(DatabaseUnavailable.class, () -> shelf.document(first, "openapi.json"));
    int asked = table.catalogues.get();
    shelf.apis();
    assertEquals(asked, table.catalogues.get(), "asked again at once");
    table.away = false;
    assertEquals("a", text(shelf.document(first, "openapi.json")));
  }

  private static String text(Optional<Document> document) {
    return new String(document.orElseThrow().bodies().get(Coding.IDENTITY));
  }

  @Test
  void withoutTheDatabaseNothingIsKnownAtFirst() {
    table.away = true;
    assertThrows(DatabaseUnavailable.class, () -> shelf.apis());
    table.away = false;
    assertEquals(1, shelf.apis().size());
  }

  @Test
  void memoryIsBounded() {
    shelf = new Shelf(table, 100_000, now::get);
    table.text = "x".repeat(20_000);
    for (int i = 0; i < 100; i++) {
      shelf.document(first, "document" + i);
    }
    table.documents.set(0);
    for (int i = 0; i < 100; i++) {
      shelf.document(first, "document" + i);
    }
    assertEquals(true, table.documents.get() >= 90, table.documents + " were forgotten");
  }

  @Test
  void aBurstIsOneQuery() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(20);
    CountDownLatch go = new CountDownLatch(1);
    List<Future<?>> readers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      readers.add(
          threads.submit(
              () -> {
                go.await();
                shelf.apis();
                return shelf.document(first, "index.md");
              }));
    }
    go.countDown();
    for (Future<?> reader : readers) {
      reader.get();
    }
    threads.shutdown();
    assertEquals(1, table.catalogues.get());
    assertEquals(1, table.documents.get());
  }

  @Test
  void aVersionSaysWhatItSaidFirst() {
    Edition again = edition("1.0", "2026-01-01T00:00:00Z", true);
    Edition old = edition("1.0", "2026-01-01T00:00:00Z", false);
    assertEquals(Map.of("1.0", old), DocumentedApi.of(ORDERS, List.of(old, again)).versions());
    assertEquals(Map.of("prod", again), DocumentedApi.of(ORDERS, List.of(old, again)).stages());
  }

  @Test
  void aVersionThatWasMadeAgainIsAnother() {
    Edition old = edition("1.0", "2026-01-01T00:00:00Z", false);
    Edition anew = edition("1.0", "2026-02-01T00:00:00Z", true);
    assertEquals(Map.of("1.0", anew), DocumentedApi.of(ORDERS, List.of(old, anew)).versions());
  }
}
