package io.portico.mlflow.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.audit.Actor;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final Actor ANN = new Actor("ann", "Ann", "session");
  private static final Actor ANNS_TOKEN = new Actor("ann", "Ann", "token:1");
  private static final Actor ANNS_OTHER_TOKEN = new Actor("ann", "Ann", "token:2");
  private static final Actor BOB = new Actor("bob", "Bob", "jwt");

  /** A window so long that nothing flows back while a test runs. */
  private final Limits limits = new Limits(Duration.ofDays(1), 2, 3);

  private boolean granted(Actor actor) {
    return limits.take(actor).stream().allMatch(Allowance::granted);
  }

  @Test
  void aTokenHasItsOwnQuotaWithinItsPersons() {
    assertTrue(granted(ANNS_TOKEN));
    assertTrue(granted(ANNS_TOKEN));
    assertFalse(granted(ANNS_TOKEN));
    assertTrue(granted(ANNS_OTHER_TOKEN), "A refusal by the token costs the person nothing");
    assertFalse(granted(ANN), "All tokens count for the person");
    assertTrue(granted(BOB));
  }

  @Test
  void whatIsLeftIsTold() {
    limits.take(BOB);
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    Allowance.addTo(headers, limits.take(BOB));
    assertEquals("\"person\";q=3;w=86400", headers.get("RateLimit-Policy"));
    assertTrue(headers.get("RateLimit").startsWith("\"person\";r=1;t="), headers.get("RateLimit"));
  }

  @Test
  void secondsAreRoundedUp() {
    assertEquals(1, after(Duration.ofMillis(1)).delaySeconds());
    assertEquals(1, after(Duration.ofSeconds(1)).delaySeconds());
    assertEquals(2, after(Duration.ofMillis(1_001)).delaySeconds());
    assertEquals(0, after(Duration.ZERO).delaySeconds());
  }

  private static Allowance after(Duration delay) {
    return new Allowance("x", 1, Duration.ofSeconds(1), false, 0, delay);
  }

  @Test
  void severalLimitsStandSideBySide() {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    Allowance a = new Allowance("token", 10, Duration.ofSeconds(5), true, 9, Duration.ofSeconds(1));
    Allowance b = new Allowance("person", 20, Duration.ofSeconds(5), true, 19, Duration.ZERO);
    Allowance.addTo(headers, List.of(a, b));
    assertEquals("\"token\";q=10;w=5, \"person\";q=20;w=5", headers.get("RateLimit-Policy"));
    assertEquals("\"token\";r=9;t=1, \"person\";r=19;t=0", headers.get("RateLimit"));
  }
}
