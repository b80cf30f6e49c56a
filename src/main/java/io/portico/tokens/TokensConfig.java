package io.portico.tokens;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long access tokens are good for. */
@ConfigMapping(prefix = "portico.tokens")
public interface TokensConfig {
  /** The longest that a token may live; a day or more. */
  @WithDefault("P90D")
  Duration maxLifetime();

  /**
   * How long after their last sign-in a person's tokens work; a day or more. So long may a person
   * who left, and whom the identity provider no longer lets in, go on calling.
   */
  @WithDefault("P30D")
  Duration signInMaxAge();

  /** How long a token that was found good goes on working while the database is away. */
  @WithDefault("1H")
  Duration outageGrace();
}
