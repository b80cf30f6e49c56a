package io.portico.agents;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.portico.database.DatabaseUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What is published, as readers get it: from memory, else from PostgreSQL, never from API Gateway.
 * An edition does not change, so its bytes never grow old; which edition a stage shows may be a few
 * seconds old. While the database is away what is in memory goes on.
 */
@ApplicationScoped
class Shelf {
  private static final Duration MAX_AGE = Duration.ofSeconds(5);
  private static final int OVERHEAD = 200;

  private final Editions editions;
  private final Ticker ticker;
  private final Cache<Place, Optional<Document>> documents;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile Known known;

  private record Place(UUID edition, String path) {}

  private record Known(List<DocumentedApi> apis, long readAt) {}

  @Inject
  Shelf(Editions editions, DocumentsConfig config) {
    this(editions, config.cache().asLongValue(), Ticker.systemTicker());
  }

  Shelf(Editions editions, long bytes, Ticker ticker) {
    this.editions = editions;
    this.ticker = ticker;
    documents =
        Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(bytes)
            .<Place, Optional<Document>>weigher(
                (place, found) ->
                    OVERHEAD + place.path().length() + found.map(Document::size).orElse(0))
            .build();
  }

  /**
   * All APIs of which there may be documents, by name.
   *
   * @throws DatabaseUnavailable if they were never read
   */
  List<DocumentedApi> apis() {
    Known held = known;
    if (isFresh(held)) {
      return held.apis();
    }
    // One reads; the others take what there is, and wait only where there is nothing.
    if (held != null && !reading.tryLock()) {
      return held.apis();
    }
    if (held == null) {
      reading.lock();
    }
    try {
      return read();
    } finally {
      reading.unlock();
    }
  }

  private boolean isFresh(Known held) {
    return held != null && ticker.read() - held.readAt() < MAX_AGE.toNanos();
  }

  private List<DocumentedApi> read() {
    Known held = known;
    if (!isFresh(held)) {
      held = new Known(read(held), ticker.read());
      known = held;
    }
    return held.apis();
  }

  private List<DocumentedApi> read(Known held) {
    try {
      return editions.all();
    } catch (DatabaseUnavailable away) {
      if (held == null) {
        throw away;
      }
      return held.apis();
    }
  }

  Optional<DocumentedApi> api(String id) {
    return apis().stream().filter(known -> known.api().id().equals(id)).findFirst();
  }

  /**
   * A document.
   *
   * @throws DatabaseUnavailable if it is not at hand
   */
  Optional<Document> document(Edition edition, String path) {
    // Whoever comes meanwhile waits, so that a burst is one query.
    return documents.get(
        new Place(edition.id(), path), place -> editions.document(place.edition(), place.path()));
  }

  /** After something was made here: has the catalogue read anew. */
  void renew() {
    Known held = known;
    if (held != null) {
      known = new Known(held.apis(), ticker.read() - MAX_AGE.toNanos());
    }
  }

  /** As a replica that has just started. */
  void forget() {
    known = null;
    documents.invalidateAll();
  }
}
