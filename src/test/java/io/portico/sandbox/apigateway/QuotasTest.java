package io.portico.sandbox.apigateway;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many calls pass, and how long the others are told to wait. */
class QuotasTest {
  private Instant now = Instant.parse("2026-03-02T08:00:00Z");
  private final Quotas quotas = new Quotas(true, () -> now);

  @ParameterizedTest
  @CsvSource({"CreateDocumentationVersion, 20", "ImportDocumentationParts, 30"})
  void slowCallsPassOnceInTheirTime(String operation, int seconds) {
    quotas.count(operation);

    assertEquals(Duration.ofSeconds(seconds), refused(operation));
    now = now.plusSeconds(seconds - 1);
    assertEquals(Duration.ofSeconds(1), refused(operation));
    now = now.plusSeconds(1);
    assertDoesNotThrow(() -> quotas.count(operation));
  }

  @Test
  void resourcesAreReadFiveTimesInTwoSeconds() {
    for (int i = 0; i < 5; i++) {
      quotas.count("GetResources");
    }
    assertEquals(Duration.ofMillis(400), refused("GetResources"));
  }

  @Test
  void allCallsTogetherPassFortyAtOnceAndTenASecond() {
    call(40);
    assertEquals(Duration.ofMillis(100), refused("GetStages"));
    now = now.plusSeconds(1);
    call(10);
    assertEquals(Duration.ofMillis(100), refused("GetStages"));
  }

  @Test
  void nothingIsRefusedWhenQuotasAreOff() {
    Quotas off = new Quotas(false, () -> now);
    for (int i = 0; i < 100; i++) {
      assertDoesNotThrow(() -> off.count("CreateDocumentationVersion"));
    }
  }

  private void call(int times) {
    for (int i = 0; i < times; i++) {
      quotas.count("GetStages");
    }
  }

  private Duration refused(String operation) {
    GatewayException refusal = assertThrows(GatewayException.class, () -> quotas.count(operation));
    assertEquals("TooManyRequestsException", refusal.type());
    return refusal.retryAfter().orElseThrow();
  }
}
