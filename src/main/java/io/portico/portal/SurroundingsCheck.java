package io.portico.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the portal needs around it: the identity provider and the database. */
@ApplicationScoped
public class SurroundingsCheck implements ConfigurationCheck {
  /**
   * The provider's address in production until one is set (RFC 2606, 2): without any Quarkus would
   * stop before the other problems could be named.
   */
  static final String NO_PROVIDER = "https://identity-provider.invalid";

  private final Optional<String> provider;
  private final Optional<String> database;

  @Inject
  SurroundingsCheck(
      @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> provider,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") Optional<String> database) {
    this.provider = provider;
    this.database = database;
  }

  @Override
  public List<ConfigurationProblem> problems() {
    List<ConfigurationProblem> problems = new ArrayList<>();
    if (provider.filter(address -> !address.equals(NO_PROVIDER)).isEmpty()) {
      problems.add(
          new ConfigurationProblem(
              "quarkus.oidc.auth-server-url",
              "set the identity provider's issuer, for example https://sso.example.com/realms/main"));
    }
    if (database.isEmpty()) {
      problems.add(
          new ConfigurationProblem(
              "quarkus.datasource.jdbc.url",
              "set the PostgreSQL, for example jdbc:postgresql://db.example.com/portico"));
    }
    return problems;
  }
}
