package io.portico.startup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** A portal that leads nobody anywhere is one whose configuration was not found. */
@ApplicationScoped
class PurposeCheck implements ConfigurationCheck {
  private static final String SERVERS = "portico.mlflow.servers.";
  private static final String APIS = "portico.apidocs.access.";

  private final Config config;

  PurposeCheck(Config config) {
    this.config = config;
  }

  @Override
  public List<ConfigurationProblem> problems() {
    boolean any =
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
            .anyMatch(name -> name.startsWith(SERVERS) || name.startsWith(APIS));
    return any
        ? List.of()
        : List.of(
            new ConfigurationProblem(
                SERVERS + "<id>.arn", "name a tracking server or an MLflow App, or set the next"),
            new ConfigurationProblem(
                APIS + "<group>.<role>", "say who may do what with which APIs' documentation"));
  }
}
