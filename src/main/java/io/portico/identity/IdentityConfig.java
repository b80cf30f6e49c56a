package io.portico.identity;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Set;

/** What the groups of the identity provider mean here. */
@ConfigMapping(prefix = "portico.identity")
public interface IdentityConfig {
  /**
   * Groups that hold a role: {@code documentation-editor}, {@code documentation-publisher} or
   * {@code auditor}.
   */
  Map<Role, Set<String>> roles();
}
