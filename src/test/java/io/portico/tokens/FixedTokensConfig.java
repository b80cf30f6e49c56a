package io.portico.tokens;

import java.time.Duration;

/** The configuration as it comes. */
record FixedTokensConfig(Duration maxLifetime, Duration signInMaxAge, Duration outageGrace)
    implements TokensConfig {

  FixedTokensConfig() {
    this(Duration.ofDays(90), Duration.ofDays(30), Duration.ofHours(1));
  }
}
