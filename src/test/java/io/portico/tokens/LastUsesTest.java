package io.portico.tokens;

import static io.portico.tokens.TokenFixture.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When a token was used last. */
class LastUsesTest {
  private final TokenFixture fixture = new TokenFixture();

  @Test
  void theLastUseIsWrittenOnceForManyUses() {
    fixture.known("churn-team");
    fixture.caller();
    fixture.time.pass(Duration.ofSeconds(5));
    fixture.caller();
    fixture.lastUses.write();
    assertEquals(Map.of(fixture.token.id(), NOW.plusSeconds(5)), fixture.lastUsesWritten);
    fixture.lastUsesWritten.clear();
    fixture.lastUses.write();
    assertEquals(Map.of(), fixture.lastUsesWritten);
  }

  @Test
  void theLastUseIsKeptThroughAnOutage() {
    fixture.known("churn-team");
    fixture.caller();
    fixture.away = true;
    fixture.lastUses.write();
    fixture.away = false;
    fixture.lastUses.write();
    assertEquals(Map.of(fixture.token.id(), NOW), fixture.lastUsesWritten);
  }

  @Test
  void aTokenThatWasRefusedWasNotUsed() {
    fixture.known(fixture.revoked(), "churn-team");
    fixture.refusal();
    fixture.lastUses.write();
    assertEquals(Map.of(), fixture.lastUsesWritten);
  }
}
