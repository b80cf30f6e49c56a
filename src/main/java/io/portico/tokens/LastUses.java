package io.portico.tokens;

import io.portico.database.DatabaseUnavailable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** When each token was used last, written in batches and not for each request. */
@Singleton
class LastUses {
  private final Consumer<Map<UUID, Instant>> table;
  private final Map<UUID, Instant> unwritten = new ConcurrentHashMap<>();

  @Inject
  LastUses(TokenStore store) {
    this(store::used);
  }

  LastUses(Consumer<Map<UUID, Instant>> table) {
    this.table = table;
  }

  void note(UUID token, Instant at) {
    unwritten.merge(token, at, LastUses::later);
  }

  /** Writes what was noted; while the database is away it stays noted. */
  void write() {
    Map<UUID, Instant> batch = new HashMap<>(unwritten);
    if (batch.isEmpty()) {
      return;
    }
    try {
      table.accept(batch);
      batch.forEach(unwritten::remove);
    } catch (DatabaseUnavailable away) {
      // The next batch has it.
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
