package io.portico.portal;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** The portal's own address, secret and surroundings. */
@ConfigMapping(prefix = "portico.portal")
public interface PortalConfig {
  /** Where people find the portal, for example {@code https://portal.example.com}. */
  Optional<String> origin();

  /**
   * At least 32 random characters, the same on every replica; sessions and frame tickets are sealed
   * with keys derived from it.
   */
  Optional<String> secret();

  /** Whom people ask for access: a mail address, a link or a sentence. */
  Optional<String> contact();

  /** Origins of the intranet that may show the portal in a frame, separated by commas. */
  Optional<List<String>> embeddedIn();
}
