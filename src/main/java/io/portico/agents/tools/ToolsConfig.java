package io.portico.agents.tools;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often programs may call the tools. */
@ConfigMapping(prefix = "portico.tools")
public interface ToolsConfig {
  /** Requests of one person or service in a window, on each replica. */
  @WithDefault("240")
  long calls();

  /** The window; a second or more. */
  @WithDefault("1M")
  Duration window();
}
