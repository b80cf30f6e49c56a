package io.portico.mlflow.proxy;

import io.portico.mlflow.AccessLevel;
import io.portico.portal.PortalConfig;
import io.portico.portal.PortalSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Frame sessions of people who never signed in: sealed with the portal's secret, as its own are.
 */
public final class FrameSessions {
  private static final Duration LIFETIME = Duration.ofHours(1);

  private final FrameSeal seal;

  /**
   * Those of one portal.
   *
   * @param secret the portal's
   */
  public FrameSessions(String secret) {
    seal = new FrameSeal(new PortalSecret(new Config(Optional.of(secret))));
  }

  /** The header line of a contributor's session. */
  public String cookie(String subject, String server) {
    FrameGrant grant =
        new FrameGrant(
            subject,
            server,
            AccessLevel.CONTRIBUTOR,
            subject,
            subject,
            subject,
            Instant.now().plus(LIFETIME));
    return "Cookie: portico-frame-" + server + "=" + seal.session(grant);
  }

  private record Config(Optional<String> secret) implements PortalConfig {
    @Override
    public Optional<String> origin() {
      return Optional.empty();
    }

    @Override
    public Optional<String> contact() {
      return Optional.empty();
    }

    @Override
    public Optional<List<String>> embeddedIn() {
      return Optional.empty();
    }
  }
}
