package io.portico.mlflow.proxy;

import io.portico.mlflow.TrackingServer;
import io.vertx.core.Future;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * A bound on what each tracking server may keep busy here, so that a slow one sinks no other; and
 * on what each person may, whose client may be slow on purpose.
 */
@Singleton
public class Bulkheads {
  private static final int SHARES = 4;

  private final int size;
  private final Map<String, Semaphore> bulkheads = new ConcurrentHashMap<>();

  /** Exchanges under way, by server and subject. */
  private final Map<Map.Entry<String, String>, Integer> shares = new ConcurrentHashMap<>();

  @Inject
  Bulkheads(ProxyConfig config) {
    this(config.maxExchanges());
  }

  Bulkheads(int size) {
    this.size = size;
  }

  /** Runs an exchange if there is room for it, and fails with {@link Refusal} if not. */
  <T> Future<T> within(TrackingServer server, String subject, Supplier<Future<T>> exchange) {
    Semaphore room = bulkheads.computeIfAbsent(server.id(), id -> new Semaphore(size));
    Map.Entry<String, String> who = Map.entry(server.id(), subject);
    if (shares.merge(who, 1, Integer::sum) * SHARES > Math.max(size, SHARES)
        || !room.tryAcquire()) {
      leave(who);
      return Future.failedFuture(Refusal.serverBusy());
    }
    return Future.succeededFuture()
        .compose(go -> exchange.get())
        .onComplete(
            done -> {
              room.release();
              leave(who);
            });
  }

  private void leave(Map.Entry<String, String> who) {
    shares.computeIfPresent(who, (key, busy) -> busy == 1 ? null : busy - 1);
  }
}
