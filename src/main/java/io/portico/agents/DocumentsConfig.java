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
   * The APIs whose documents anybody may read: {@code *}, API ids, {@code tag:key=value}, separated
   * by commas. All others are for people and programs with a role on the API.
   */
  @WithName("public")
  Optional<List<String>> publicApis();

  /** How often stages are looked at for what others published or deployed; 10 seconds or more. */
  @WithDefault("5M")
  Duration lookEvery();

  /** How long after the portal showed a version its documents are made, for all stages at once. */
  @WithDefault("2S")
  Duration lookAfter();

  /** What a replica keeps of documents in memory; pages for people take a quarter of it more. */
  @WithDefault("64M")
  MemorySize cache();

  /**
   * Whom to tell of weaknesses: {@code mailto:…}, {@code https://…} or {@code tel:…}; the portal's
   * contact, if that is an address. Without one there is no {@code security.txt}.
   */
  Optional<String> securityContact();
}
