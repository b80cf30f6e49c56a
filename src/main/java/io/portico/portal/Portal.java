package io.portico.portal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Where the portal stands and who surrounds it. */
@ApplicationScoped
public class Portal {
  private final PortalConfig config;

  public Portal(PortalConfig config) {
    this.config = config;
  }

  /** Its own origin; there is one once the portal has started. */
  public Origin origin() {
    return configuredOrigin().orElseThrow();
  }

  /** The same before the configuration was checked. */
  public Optional<Origin> configuredOrigin() {
    return config.origin().flatMap(Origin::parse);
  }

  /** Origins beside its own that may frame it. */
  public List<Origin> embeddedIn() {
    return config.embeddedIn().orElse(List.of()).stream()
        .flatMap(ancestor -> Origin.parse(ancestor).stream())
        .toList();
  }

  /** Whom to ask for access. */
  public Optional<String> contact() {
    return config.contact();
  }
}
