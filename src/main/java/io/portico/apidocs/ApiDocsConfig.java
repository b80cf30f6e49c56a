package io.portico.apidocs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whose documentation of which REST APIs. */
@ConfigMapping(prefix = "portico.apidocs")
public interface ApiDocsConfig {
  /** The AWS region of the REST APIs; needed as soon as a group has access. */
  Optional<String> region();

  /**
   * By group and role, {@code viewer}, {@code editor} or {@code publisher}: which APIs the role is
   * for. Each is {@code *} for all, an API's id, or {@code tag:key=value}.
   */
  Map<String, Map<DocumentationRole, List<String>>> access();

  /** How old what a page shows of an API may be. */
  @WithDefault("30s")
  Duration draftMaxAge();

  /** How long imports are kept with their backups of what was there before; a day at least. */
  @WithDefault("P90D")
  Duration backupsKept();

  /** This replica's share of the 10 calls a second that AWS allows an account and region. */
  @WithDefault("10")
  int callsPerSecond();
}
