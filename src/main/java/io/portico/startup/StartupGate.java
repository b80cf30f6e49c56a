package io.portico.startup;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;

/** Refuses a start with a wrong or unsafe configuration, and names everything that is wrong. */
@ApplicationScoped
public class StartupGate {
  private static final int BEFORE_EVERYTHING_ELSE = 1;
  private static final Logger LOG = Logger.getLogger(StartupGate.class);

  private final List<ConfigurationCheck> checks;

  StartupGate(@All List<ConfigurationCheck> checks) {
    this.checks = checks;
  }

  /** One record of the log for each problem: logs of one line each are read by people, too. */
  void check(@Observes @Priority(BEFORE_EVERYTHING_ELSE) StartupEvent start) {
    List<ConfigurationProblem> problems =
        checks.stream().flatMap(check -> check.problems().stream()).distinct().toList();
    problems.forEach(LOG::error);
    if (!problems.isEmpty()) {
      throw new ConfigurationException(
          "The configuration has %d problem(s), named above; see docs/how-to/run-in-production.md"
              .formatted(problems.size()));
    }
  }
}
