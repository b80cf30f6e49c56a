package io.portico.portal;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.Collectors;

/** Refuses a start with a wrong configuration, and names everything that is wrong with it. */
@ApplicationScoped
public class StartupGate {
  private static final int BEFORE_EVERYTHING_ELSE = 1;

  private final List<ConfigurationCheck> checks;

  StartupGate(@All List<ConfigurationCheck> checks) {
    this.checks = checks;
  }

  void check(@Observes @Priority(BEFORE_EVERYTHING_ELSE) StartupEvent start) {
    List<ConfigurationProblem> problems =
        checks.stream().flatMap(check -> check.problems().stream()).toList();
    if (!problems.isEmpty()) {
      throw new ConfigurationException(
          problems.stream()
              .map(problem -> "\n  " + problem)
              .collect(Collectors.joining("", "The configuration has problems:", "\n")));
    }
  }
}
