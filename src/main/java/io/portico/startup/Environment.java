package io.portico.startup;

import io.quarkus.runtime.configuration.ConfigUtils;
import java.util.List;

/** Where the portal runs: on somebody's machine with a sandbox, or for people's work. */
public enum Environment {
  SANDBOX,
  /** Every profile but the sandbox's: one of an operator's own is as good as {@code prod}. */
  PRODUCTION;

  private static final List<String> SANDBOXES = List.of("dev", "test", "demo");

  public static Environment current() {
    return SANDBOXES.stream().anyMatch(ConfigUtils::isProfileActive) ? SANDBOX : PRODUCTION;
  }

  public boolean isProduction() {
    return this == PRODUCTION;
  }
}
