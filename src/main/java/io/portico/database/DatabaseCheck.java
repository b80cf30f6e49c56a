package io.portico.database;

import io.portico.startup.ConfigurationCheck;
import io.portico.startup.ConfigurationProblem;
import io.portico.startup.Environment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** That there is a database, and that somebody decided how safe the way to it is. */
@ApplicationScoped
class DatabaseCheck implements ConfigurationCheck {
  private static final String URL = "quarkus.datasource.jdbc.url";

  private static final Pattern DECIDED =
      Pattern.compile("[?&]sslmode=(disable|require|verify-ca|verify-full)(&|$)");

  private final Optional<String> url;
  private final Optional<String> username;
  private final Optional<String> password;
  private final Environment environment;

  @Inject
  DatabaseCheck(
      @ConfigProperty(name = URL) Optional<String> url,
      @ConfigProperty(name = "quarkus.datasource.username") Optional<String> username,
      @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
    this(url, username, password, Environment.current());
  }

  DatabaseCheck(
      Optional<String> url,
      Optional<String> username,
      Optional<String> password,
      Environment environment) {
    this.url = url;
    this.username = username;
    this.password = password;
    this.environment = environment;
  }

  @Override
  public List<ConfigurationProblem> problems() {
    List<ConfigurationProblem> problems = new ArrayList<>();
    if (url.isEmpty()) {
      problems.add(
          new ConfigurationProblem(
              URL,
              "set the PostgreSQL, for example"
                  + " jdbc:postgresql://db.example.com/portico?sslmode=verify-full"));
    }
    if (username.isEmpty()) {
      problems.add(
          new ConfigurationProblem("quarkus.datasource.username", "set the database's user"));
    }
    // Who comes with a client certificate has no password, and says so by an empty one.
    if (password.isEmpty() && !url.orElse("").contains("sslcert=")) {
      problems.add(
          new ConfigurationProblem(
              "quarkus.datasource.password", "set the database user's password"));
    }
    // With the driver's default, prefer, it would take a connection in clear when it gets no other.
    if (environment.isProduction() && url.isPresent() && !DECIDED.matcher(url.get()).find()) {
      problems.add(
          new ConfigurationProblem(
              URL, "add sslmode=verify-full, or sslmode=disable if that network is trusted"));
    }
    return problems;
  }
}
