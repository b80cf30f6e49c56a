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
   * Which APIs the group's members are {@code viewer}, {@code editor} or {@code publisher} of:
   * {@code *} for all, API ids, {@code tag:key=value}, separated by commas.
   */
  Map<String, Map<DocumentationRole, List<String>>> access();

  /**
   * How old what a page shows of an API may be; saving compares with what API Gateway has at that
   * moment.
   */
  @WithDefault("30s")
  Duration draftMaxAge();

  /** How long imports are kept with their backups of what was there before; a day at least. */
  @WithDefault("P90D")
  Duration backupsKept();

  /**
   * This replica's share of the calls that AWS allows an account and region, which is 10 a second
   * for all its tools.
   */
  @WithDefault("10")
  int callsPerSecond();
}
