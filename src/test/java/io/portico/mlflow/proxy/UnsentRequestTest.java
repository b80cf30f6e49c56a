package io.portico.mlflow.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.portico.audit.Actor;
import io.portico.mlflow.AccessLevel;
import io.portico.mlflow.ServerAccess;
import io.portico.mlflow.TrackingServer;
import io.portico.mlflow.TrackingServers;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.EchoUpstream;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections that close before they are made. */
@QuarkusTest
class UnsentRequestTest {
  private static final int REQUESTS_FOR_ONE_RETRY = 5;

  @Inject Vertx vertx;
  @Inject ProxyConfig config;
  @Inject Signer signer;
  @Inject TrackingServers servers;
  @Inject EchoUpstream echo;

  private final AtomicInteger closing = new AtomicInteger();
  private Throwable failure = new ClosedChannelException();
  private ClosingConnections connections;
  private Upstream upstream;

  @BeforeEach
  void earnOneRetry() {
    echo.reset();
    connections = new ClosingConnections();
    upstream = new Upstream(vertx, config, signer, connections);
    for (int i = 0; i < REQUESTS_FOR_ONE_RETRY; i++) {
      assertEquals(200, status(HttpMethod.GET));
    }
    echo.reset();
  }

  @AfterEach
  void close() {
    connections.close(new ShutdownEvent());
  }

  /** Connections of which the next ones close at once. */
  private final class ClosingConnections extends UpstreamClients {
    ClosingConnections() {
      super(vertx, config);
    }

    @Override
    HttpClient of(TrackingServer server) {
      HttpClient real = super.of(server);
      return (HttpClient)
          Proxy.newProxyInstance(
              HttpClient.class.getClassLoader(),
              new Class<?>[] {HttpClient.class},
              (proxy, method, arguments) -> request(real, (RequestOptions) arguments[0]));
    }

    private Future<HttpClientRequest> request(HttpClient real, RequestOptions options) {
      return closing.getAndUpdate(left -> Math.max(0, left - 1)) > 0
          ? Future.failedFuture(failure)
          : real.request(options);
    }
  }

  private int status(HttpMethod method) {
    UpstreamRequest request =
        new UpstreamRequest(
            new Actor("scientist", "scientist", "session"),
            new ServerAccess(servers.find("echo").orElseThrow(), AccessLevel.CONTRIBUTOR),
            method,
            RequestTarget.parse("/api/2.0/mlflow/runs/log-metric").target().orElseThrow(),
            List.of());
    CompletableFuture<Integer> status = new CompletableFuture<>();
    vertx.runOnContext(
        go ->
            upstream
                .send(request, Body.EMPTY, Asker.PATIENT)
                .onSuccess(
                    response -> {
                      response.resume();
                      status.complete(response.statusCode());
                    })
                .onFailure(status::completeExceptionally));
    return status.orTimeout(20, TimeUnit.SECONDS).join();
  }

  /** Epoll may tell of one connection's end to the next one that has its file descriptor. */
  @Test
  @Holds(Promise.RETRIES_ARE_FEW)
  void aChangeThatFoundNoConnectionIsSentOnTheNext() {
    closing.set(1);
    assertEquals(200, status(HttpMethod.POST));
    assertEquals(1, echo.received().size());
  }

  @Test
  void aChangeThatFindsNoConnectionAgainIsRefused() {
    closing.set(2);
    CompletionException told =
        assertThrows(CompletionException.class, () -> status(HttpMethod.POST));
    assertEquals(502, ((Refusal) told.getCause()).status());
    assertEquals(List.of(), echo.received());
  }

  /** A pool that is full, or a server that does not let anybody in. */
  @Test
  void aChangeThatWaitedInVainForAConnectionIsNotSent() {
    failure = new TimeoutException();
    closing.set(1);
    CompletionException told =
        assertThrows(CompletionException.class, () -> status(HttpMethod.POST));
    assertEquals(504, ((Refusal) told.getCause()).status());
    assertEquals(List.of(), echo.received());
  }

  @Test
  void aChangeThatTheServerMayHaveSeenIsSentOnce() {
    echo.answerWith(request -> request.connection().close());
    assertThrows(CompletionException.class, () -> status(HttpMethod.POST));
    assertEquals(1, echo.received().size());
  }
}
