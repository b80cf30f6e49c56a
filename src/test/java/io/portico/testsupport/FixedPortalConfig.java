package io.portico.testsupport;

import io.portico.portal.PortalConfig;
import java.util.List;
import java.util.Optional;

/** A portal's configuration for rules that need no running portal. */
public record FixedPortalConfig(
    Optional<String> origin,
    Optional<String> secret,
    Optional<String> contact,
    Optional<List<String>> embeddedIn)
    implements PortalConfig {

  public FixedPortalConfig(String secret) {
    this(
        Optional.of("https://portal.example.com"),
        Optional.of(secret),
        Optional.empty(),
        Optional.empty());
  }
}
