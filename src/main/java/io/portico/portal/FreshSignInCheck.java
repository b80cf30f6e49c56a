package io.portico.portal;

import io.portico.identity.IdentityConfig;
import io.portico.identity.SignInTime;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Checks what {@code identity} cannot, for it does not know the portal. */
@ApplicationScoped
class FreshSignInCheck implements ConfigurationCheck {
  private final IdentityConfig config;
  private final boolean sandbox;

  @Inject
  FreshSignInCheck(IdentityConfig config) {
    // Those that have one are named: a profile of an operator's own is as good as production.
    this(config, Stream.of("dev", "test", "demo").anyMatch(ConfigUtils::isProfileActive));
  }

  FreshSignInCheck(IdentityConfig config, boolean sandbox) {
    this.config = config;
    this.sandbox = sandbox;
  }

  @Override
  public List<ConfigurationProblem> problems() {
    List<ConfigurationProblem> problems = new ArrayList<>();
    if (config.freshSignIn().compareTo(Duration.ofMinutes(1)) < 0) {
      problems.add(
          new ConfigurationProblem(
              "portico.identity.fresh-sign-in", "set a minute or more, for example 30M"));
    }
    if (config.signInTime() != SignInTime.AUTH_TIME && !sandbox) {
      problems.add(
          new ConfigurationProblem(
              "portico.identity.sign-in-time",
              "must be auth-time outside of a sandbox: a refresh gives ID tokens a new issue time"));
    }
    return problems;
  }
}
