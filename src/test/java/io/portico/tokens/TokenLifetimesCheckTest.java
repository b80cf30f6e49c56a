package io.portico.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.startup.ConfigurationProblem;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenLifetimesCheckTest {
  private record Config(Duration maxLifetime, Duration signInMaxAge, Duration outageGrace)
      implements TokensConfig {}

  private static List<String> problems(String maxLifetime, String signInMaxAge, String grace) {
    return new TokenLifetimesCheck(
            new Config(
                Duration.parse(maxLifetime), Duration.parse(signInMaxAge), Duration.parse(grace)))
        .problems().stream().map(ConfigurationProblem::property).toList();
  }

  @Test
  void whatMakesSenseIsTaken() {
    assertEquals(List.of(), problems("P90D", "P30D", "PT1H"));
    assertEquals(List.of(), problems("P1D", "P1D", "PT0S"));
  }

  @Test
  void whatMakesNoSenseIsNamed() {
    assertEquals(
        List.of(
            "portico.tokens.max-lifetime",
            "portico.tokens.sign-in-max-age",
            "portico.tokens.outage-grace"),
        problems("PT23H", "PT0S", "PT-1S"));
  }
}
