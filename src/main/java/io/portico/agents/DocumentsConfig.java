package io.portico.agents;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is published, and for whom. */
@ConfigMapping(prefix = "portico.documents")
public interface DocumentsConfig {
  /**
   * The APIs whose documents anybody may read: {@code *}, ids, {@code tag:key=value}. All others
   * are for people and programs with a role on the API.
   */
  @WithName("public")
  Optional<List<String>> publicApis();

  /** How often stages are compared with what is kept of them, for what others changed. */
  @WithDefault("5M")
  Duration lookEvery();

  /** How long after the portal showed a version its documents are made, for all stages at once. */
  @WithDefault("2S")
  Duration lookAfter();

  /** What a replica keeps of documents in memory. */
  @WithDefault("64M")
  MemorySize cache();

  /** Whom to tell of weaknesses: an address beginning with mailto:, https: or tel:. */
  Optional<String> securityContact();
}
