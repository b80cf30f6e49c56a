package io.portico.mlflow.proxy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Tells a denial that is news from its repetitions: MLflow's pages ask on every view for what is
 * switched off here, and a program may try for ever. Endpoints that the table does not name count
 * as one.
 */
@Singleton
public class Denials {
  private static final Duration MEMORY = Duration.ofHours(1);
  private static final int MOST = 10_000;

  private final Cache<String, Boolean> recent =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(MEMORY).build();

  /** Whether this replica denied the actor the same within the last hour. */
  boolean isRepeated(Exchange exchange) {
    String denial =
        String.join(
            " ",
            exchange.server().id(),
            exchange.actor().via(),
            exchange.endpoint() == Endpoint.UNKNOWN
                ? exchange.request().method().name()
                : exchange.description(),
            exchange.actor().subject());
    return recent.asMap().putIfAbsent(key(denial), true) != null;
  }

  /** Of one length: paths of 16 KiB each would be remembered by the hundred megabytes. */
  static String key(String denial) {
    PayloadHash hash = new PayloadHash();
    hash.update(Buffer.buffer(denial));
    return hash.hex();
  }
}
