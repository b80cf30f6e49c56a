package io.portico.identity;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderPresenceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger asked = new AtomicInteger();

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private HttpServer provider(int status) {
    return vertx
        .createHttpServer()
        .requestHandler(
            request -> {
              asked.incrementAndGet();
              request.response().setStatusCode(status).end("realm");
            })
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private ProviderPresence presence(int port) {
    return new ProviderPresence(
        vertx, Optional.of("http://127.0.0.1:%d/realm".formatted(port)), Optional.empty());
  }

  private static void confirm(ProviderPresence presence) {
    presence.confirm().await().atMost(PATIENCE);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 401, 404})
  void anyAnswerIsOne(int status) {
    ProviderPresence presence = presence(provider(status).actualPort());
    assertDoesNotThrow(() -> confirm(presence));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503})
  void anErrorOfTheProviderIsNone(int status) {
    ProviderPresence presence = presence(provider(status).actualPort());
    assertThrows(IdentityProviderUnavailable.class, () -> confirm(presence));
  }

  @Test
  void nobodyAnswersAtAClosedPort() {
    assertThrows(IdentityProviderUnavailable.class, () -> confirm(presence(1)));
  }

  @Test
  void aCrowdAsksOnce() {
    ProviderPresence presence = presence(provider(200).actualPort());
    List<Uni<Void>> crowd = Stream.generate(presence::confirm).limit(100).toList();
    Uni.join().all(crowd).andFailFast().await().atMost(PATIENCE);
    assertEquals(1, asked.get());
  }

  @Test
  void withoutAnAddressThereIsNobodyToAsk() {
    assertDoesNotThrow(
        () -> confirm(new ProviderPresence(vertx, Optional.empty(), Optional.empty())));
  }
}
