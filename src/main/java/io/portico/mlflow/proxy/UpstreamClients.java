package io.portico.mlflow.proxy;

import io.portico.mlflow.TrackingServer;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Connections to the upstreams: a pool for each tracking server, so that none starves another, and
 * for each event loop, so that a connection and its exchange are always on the same one.
 */
@Singleton
public class UpstreamClients {
  /** Shorter than any load balancer keeps an idle connection, which it closes without a word. */
  private static final int KEEP_ALIVE_SECONDS = 30;

  private final Vertx vertx;
  private final HttpClientOptions options;
  private final Map<Pool, HttpClient> clients = new ConcurrentHashMap<>();

  private record Pool(String server, Thread eventLoop) {}

  UpstreamClients(Vertx vertx, ProxyConfig config) {
    this.vertx = vertx;
    options =
        new HttpClientOptions()
            .setMaxPoolSize(config.maxConnections())
            .setMaxWaitQueueSize(config.maxConnections())
            .setConnectTimeout((int) config.connectTimeout().toMillis())
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
            .setIdleTimeout((int) config.idleTimeout().toMillis())
            .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
            .setMaxHeaderSize(32 * 1024)
            // A read of a large body goes on in one piece, not in eight.
            .setMaxChunkSize(64 * 1024)
            // A trace's header would come after the signature, and the upstream is not ours.
            .setTracingPolicy(TracingPolicy.IGNORE)
            .setDecompressionSupported(false);
  }

  /** To be called on the event loop of the exchange. */
  HttpClient of(TrackingServer server) {
    return clients.computeIfAbsent(
        new Pool(server.id(), Thread.currentThread()), pool -> vertx.createHttpClient(options));
  }

  void close(@Observes ShutdownEvent stop) {
    clients.values().forEach(HttpClient::close);
  }
}
