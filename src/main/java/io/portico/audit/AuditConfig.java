package io.portico.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of the audit trail waits and how much is kept. */
@ConfigMapping(prefix = "portico.audit")
public interface AuditConfig {
  /**
   * How many records may wait in memory for the database; with more, the newest are lost to it, but
   * stay in the log.
   */
  @WithDefault("10000")
  int queue();

  /** How long a record is kept in the database; a day at least. */
  @WithDefault("P400D")
  Duration retention();
}
