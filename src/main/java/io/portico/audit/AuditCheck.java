package io.portico.audit;

import io.portico.startup.ConfigurationCheck;
import io.portico.startup.ConfigurationProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** That records have room to wait, and are kept. */
@ApplicationScoped
class AuditCheck implements ConfigurationCheck {
  private final AuditConfig config;

  AuditCheck(AuditConfig config) {
    this.config = config;
  }

  @Override
  public List<ConfigurationProblem> problems() {
    List<ConfigurationProblem> problems = new ArrayList<>();
    if (config.queue() < 1) {
      problems.add(new ConfigurationProblem("portico.audit.queue", "set 1 or more"));
    }
    if (config.retention().compareTo(Retention.SHORTEST) < 0) {
      problems.add(
          new ConfigurationProblem(
              "portico.audit.retention", "set a day or more, for example P400D"));
    }
    return problems;
  }
}
