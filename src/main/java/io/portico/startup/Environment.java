package io.portico.startup;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Where the portal runs: on somebody's machine with a sandbox, or for people's work. */
public enum Environment {
  SANDBOX,
  /** Every profile but the sandbox's: one of an operator's own is as good as {@code prod}. */
  PRODUCTION;

  private static final List<String> SANDBOXES = List.of("dev", "test", "demo");

  /**
   * A profile alone does not do: with {@code QUARKUS_PROFILE=dev}, for a stage of that name, the
   * production jar would take the secret that stands in the sources.
   */
  public static Environment current() {
    boolean built = Arc.container().select(BuiltAsSandbox.class).isResolvable();
    return built && SANDBOXES.stream().anyMatch(ConfigUtils::isProfileActive)
        ? SANDBOX
        : PRODUCTION;
  }

  public boolean isProduction() {
    return this == PRODUCTION;
  }

  /** Is not in the production jar. */
  @ApplicationScoped
  @Unremovable
  @IfBuildProfile(anyOf = {"dev", "test", "demo"})
  static class BuiltAsSandbox {}
}
