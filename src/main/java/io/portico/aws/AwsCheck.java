package io.portico.aws;

import io.portico.startup.ConfigurationCheck;
import io.portico.startup.ConfigurationProblem;
import io.portico.startup.Environment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How AWS is reached: with a whole key, and by an address that no one listens in on. */
@ApplicationScoped
class AwsCheck implements ConfigurationCheck {
  /**
   * What STS takes for an assumed role.
   *
   * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">
   *     AssumeRole</a>
   */
  private static final Duration SHORTEST = Duration.ofMinutes(15);

  private static final Duration LONGEST = Duration.ofHours(12);

  private final AwsConfig config;
  private final Environment environment;

  @Inject
  AwsCheck(AwsConfig config) {
    this(config, Environment.current());
  }

  AwsCheck(AwsConfig config, Environment environment) {
    this.config = config;
    this.environment = environment;
  }

  @Override
  public List<ConfigurationProblem> problems() {
    List<ConfigurationProblem> problems = new ArrayList<>();
    if (config.accessKeyId().isPresent() != config.secretAccessKey().isPresent()) {
      problems.add(
          problem(
              config.accessKeyId().isPresent() ? "secret-access-key" : "access-key-id",
              "set both parts of the key, or none, so that the machine's role is used"));
    }
    Duration session = config.sessionDuration();
    if (session.compareTo(SHORTEST) < 0 || session.compareTo(LONGEST) > 0) {
      problems.add(problem("session-duration", "set 15 minutes to 12 hours, for example 1H"));
    }
    if (environment.isProduction()
        && config
            .endpoint()
            .filter(endpoint -> !"https".equals(endpoint.getScheme()))
            .isPresent()) {
      problems.add(problem("endpoint", "must be https: STS answers with secret keys"));
    }
    return problems;
  }

  private static ConfigurationProblem problem(String name, String remedy) {
    return new ConfigurationProblem("portico.aws." + name, remedy);
  }
}
