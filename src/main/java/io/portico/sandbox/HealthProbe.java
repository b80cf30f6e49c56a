package io.portico.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Asks an MLflow for its health until it answers. */
final class HealthProbe {

  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration ONE_ANSWER = Duration.ofSeconds(2);

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpRequest request;

  HealthProbe(URI mlflow) {
    this.request = HttpRequest.newBuilder(mlflow.resolve("/health")).timeout(ONE_ANSWER).build();
  }

  /** False as soon as time is up, or there is no point in asking again. */
  boolean succeedsWithin(Duration patience, BooleanSupplier worthAsking) {
    Instant deadline = Instant.now().plus(patience);
    try {
      while (worthAsking.getAsBoolean() && Instant.now().isBefore(deadline)) {
        if (succeeds()) {
          return true;
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private boolean succeeds() throws InterruptedException {
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }
}
