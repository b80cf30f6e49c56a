package io.portico.mlflow.proxy;

import io.portico.mlflow.TrackingServer;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** A bound on what each tracking server may keep busy here, so that a slow one sinks no other. */
@ApplicationScoped
public class Bulkheads {
  private final int size;
  private final Map<String, Semaphore> bulkheads = new ConcurrentHashMap<>();

  @Inject
  Bulkheads(ProxyConfig config) {
    this(config.maxExchanges());
  }

  Bulkheads(int size) {
    this.size = size;
  }

  /** Runs an exchange if there is room for it, and fails with {@link Refusal} if not. */
  Future<Void> within(TrackingServer server, Supplier<Future<Void>> exchange) {
    Semaphore room = bulkheads.computeIfAbsent(server.id(), id -> new Semaphore(size));
    return room.tryAcquire()
        ? Future.succeededFuture().compose(go -> exchange.get()).onComplete(done -> room.release())
        : Future.failedFuture(Refusal.serverBusy());
  }
}
