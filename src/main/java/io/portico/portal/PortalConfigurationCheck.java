package io.portico.portal;

import io.portico.startup.ConfigurationCheck;
import io.portico.startup.ConfigurationProblem;
import io.portico.startup.Environment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class PortalConfigurationCheck implements ConfigurationCheck {
  private final PortalConfig config;
  private final Environment environment;

  @Inject
  PortalConfigurationCheck(PortalConfig config) {
    this(config, Environment.current());
  }

  PortalConfigurationCheck(PortalConfig config, Environment environment) {
    this.config = config;
    this.environment = environment;
  }

  @Override
  public List<ConfigurationProblem> problems() {
    List<ConfigurationProblem> problems = new ArrayList<>();
    Optional<Origin> origin = config.origin().flatMap(Origin::parse);
    if (origin.isEmpty()) {
      problems.add(
          problem("origin", "set the address people type, for example https://portal.example.com"));
    } else if (environment.isProduction() && !origin.get().isSecure()) {
      problems.add(problem("origin", "must be https in production: its cookies are Secure"));
    }
    PortalSecret.weakness(config.secret().orElse(""), environment)
        .ifPresent(weakness -> problems.add(problem("secret", weakness)));
    for (String ancestor : config.embeddedIn().orElse(List.of())) {
      if (Origin.parse(ancestor).isEmpty()) {
        problems.add(problem("embedded-in", "'" + ancestor + "' is not an origin"));
      } else if (environment.isProduction() && !Origin.parse(ancestor).get().isSecure()) {
        problems.add(
            problem("embedded-in", "'" + ancestor + "' must be https: others could change it"));
      }
    }
    return problems;
  }

  private static ConfigurationProblem problem(String name, String remedy) {
    return new ConfigurationProblem("portico.portal." + name, remedy);
  }
}
