package io.portico.mlflow.proxy;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Limits of the passthrough. */
@ConfigMapping(prefix = "portico.mlflow.proxy")
public interface ProxyConfig {
  /** The largest request body. */
  @WithDefault("5G")
  MemorySize maxBody();

  /** Request bodies up to this size wait in memory for their signature, larger ones in a file. */
  @WithDefault("256K")
  MemorySize maxBodyInMemory();

  /** What all files of waiting bodies may take together. */
  @WithDefault("20G")
  MemorySize spoolQuota();

  /** Where the files of waiting bodies are; the system's temporary directory if unset. */
  Optional<Path> spoolDirectory();

  /** How long a connection to the upstream may take. */
  @WithDefault("2s")
  Duration connectTimeout();

  /** How long the upstream may take for the first byte of its answer. */
  @WithDefault("60s")
  Duration firstByteTimeout();

  /** How long a transfer may stand still. */
  @WithDefault("75s")
  Duration idleTimeout();

  /** How many connections each event loop may hold open to a tracking server. */
  @WithDefault("1024")
  int maxConnections();

  /**
   * How many exchanges with one tracking server may be under way at once on a replica; of one
   * person or service a quarter of them.
   */
  @WithDefault("8192")
  int maxExchanges();

  Limits limits();

  /** How many requests are served in a window of time, on each replica. */
  interface Limits {
    /** The time of which the next two speak. */
    @WithDefault("10s")
    Duration window();

    /** Requests of one access token, on a replica. */
    @WithDefault("1000")
    long token();

    /** Requests of one person or service, by all tokens and in the frame. */
    @WithDefault("2000")
    long person();
  }

  /**
   * Whether scripts inside HTML artifacts run in the MLflow UI. They run with all the rights of the
   * person who looks at them, on every tracking server: leave it off unless you trust every
   * training job (docs/explanation/isolation.md).
   */
  @WithDefault("false")
  boolean htmlReportScripts();
}
