package io.portico.tokens;

import io.portico.startup.ConfigurationCheck;
import io.portico.startup.ConfigurationProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long access tokens may live. */
@ApplicationScoped
class TokenLifetimesCheck implements ConfigurationCheck {
  private static final Duration DAY = Duration.ofDays(1);

  private final TokensConfig config;

  TokenLifetimesCheck(TokensConfig config) {
    this.config = config;
  }

  @Override
  public List<ConfigurationProblem> problems() {
    List<ConfigurationProblem> problems = new ArrayList<>();
    if (config.maxLifetime().compareTo(DAY) < 0) {
      problems.add(problem("max-lifetime", "set a day or more, for example P90D"));
    }
    if (config.signInMaxAge().compareTo(DAY) < 0) {
      problems.add(problem("sign-in-max-age", "set a day or more, for example P30D"));
    }
    if (config.outageGrace().isNegative()) {
      problems.add(problem("outage-grace", "set a duration, for example 1H, or 0S for none"));
    }
    return problems;
  }

  private static ConfigurationProblem problem(String name, String remedy) {
    return new ConfigurationProblem("portico.tokens." + name, remedy);
  }
}
