package io.portico.agents.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.startup.ConfigurationProblem;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How often agents may ask. */
class CallLimitTest {
  private final CallLimit limit = new CallLimit(2, Duration.ofHours(2));

  @Test
  void aBurstIsBorneAndThenItIsOver() {
    assertEquals(1, limit.take("lead").remaining());
    assertTrue(limit.take("lead").granted());
    CallLimit.Allowance refused = limit.take("lead");
    assertFalse(refused.granted());
    assertTrue(refused.seconds() > 3_000 && refused.seconds() <= 3_600, refused::toString);
    assertTrue(limit.take("somebody else").granted());
  }

  @Test
  void whatIsLeftIsToldInHeaders() {
    assertEquals("\"agent\";q=2;w=7200", limit.policy());
    assertEquals("\"agent\";r=1;t=3600", CallLimit.header(limit.take("lead")));
  }

  @Test
  void aLimitThatLetsNothingPassIsAProblemAtTheStart() {
    assertEquals(List.of(), limit.problems());
    assertEquals(
        List.of("portico.tools.calls", "portico.tools.window"),
        new CallLimit(0, Duration.ofMillis(999))
            .problems().stream().map(ConfigurationProblem::property).toList());
  }
}
