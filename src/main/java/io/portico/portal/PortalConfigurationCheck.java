package io.portico.portal;

import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

@ApplicationScoped
class PortalConfigurationCheck implements ConfigurationCheck {
  private final PortalConfig config;

  PortalConfigurationCheck(PortalConfig config) {
    this.config = config;
  }

  @Override
  public List<ConfigurationProblem> problems() {
    List<ConfigurationProblem> problems = new ArrayList<>();
    if (config.origin().flatMap(Origin::parse).isEmpty()) {
      problems.add(
          new ConfigurationProblem(
              "portico.portal.origin",
              "set the address people type, for example https://portal.example.com"));
    }
    if (ConfigUtils.isProfileActive("prod")
        && config
            .origin()
            .flatMap(Origin::parse)
            .filter(origin -> !origin.isSecure())
            .isPresent()) {
      problems.add(
          new ConfigurationProblem(
              "portico.portal.origin", "must be https in production: its cookies are Secure"));
    }
    if (config.secret().orElse("").length() < PortalSecret.MIN_LENGTH) {
      problems.add(
          new ConfigurationProblem(
              "portico.portal.secret",
              "set at least 32 random characters, the same on every replica"));
    }
    for (String ancestor : config.embeddedIn().orElse(List.of())) {
      if (Origin.parse(ancestor).isEmpty()) {
        problems.add(
            new ConfigurationProblem(
                "portico.portal.embedded-in", "'" + ancestor + "' is not an origin"));
      }
    }
    return problems;
  }
}
