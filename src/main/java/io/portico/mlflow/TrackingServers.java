package io.portico.mlflow;

import io.portico.aws.AwsConfig;
import io.portico.identity.Caller;
import io.portico.identity.Person;
import io.portico.portal.Origin;
import io.portico.portal.Portal;
import io.portico.startup.ConfigurationCheck;
import io.portico.startup.ConfigurationProblem;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All tracking servers of the configuration, in the order of their ids. */
@Singleton
public class TrackingServers implements ConfigurationCheck {
  /** Fit for a path segment and for a cookie's name. */
  private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

  private static final Pattern ROLE_ARN =
      Pattern.compile("arn:[a-z-]+:iam::\\d{12}:role/[\\w+=,.@/-]+");

  private final Optional<String> origin;
  private final List<ConfigurationProblem> problems = new ArrayList<>();
  private final Map<String, TrackingServer> servers = new TreeMap<>();

  TrackingServers(MlflowConfig config, AwsConfig aws, Portal portal) {
    origin = config.origin();
    if (origin.isPresent() && origin.flatMap(Origin::parse).isEmpty()) {
      problem("portico.mlflow.origin", "'" + origin.get() + "' is not an origin");
    }
    if (origin().isPresent() && origin().equals(portal.configuredOrigin())) {
      problem("portico.mlflow.origin", "must be another host name than portico.portal.origin");
    }
    if (origin().isPresent()
        && !origin().map(Origin::scheme).equals(portal.configuredOrigin().map(Origin::scheme))) {
      problem("portico.mlflow.origin", "must have the same scheme as portico.portal.origin");
    }
    if (origin.isEmpty() && !config.servers().isEmpty()) {
      problem(
          "portico.mlflow.origin",
          "set the second host name, on which people browse, for example"
              + " https://mlflow.portal.example.com");
    }
    config.servers().forEach((id, server) -> read(id, server, aws));
  }

  @Override
  public List<ConfigurationProblem> problems() {
    return problems;
  }

  /** Where the MLflow UI is served; empty if it is not. */
  public Optional<Origin> origin() {
    return origin.flatMap(Origin::parse);
  }

  /** A server by its id, whoever asks. */
  public Optional<TrackingServer> find(String id) {
    return Optional.ofNullable(servers.get(id));
  }

  /** Every one, whoever may see it. */
  public Collection<TrackingServer> all() {
    return servers.values();
  }

  /** Those that the person has a level on. */
  public List<ServerAccess> of(Person person) {
    return servers.values().stream()
        .flatMap(server -> ServerAccess.of(server, person).stream())
        .toList();
  }

  /** One of {@link #of(Person)}. */
  public Optional<ServerAccess> of(Person person, String id) {
    return find(id).flatMap(server -> ServerAccess.of(server, person));
  }

  /** Those that the program has a level on. */
  public List<ServerAccess> of(Caller caller) {
    return servers.values().stream()
        .flatMap(server -> ServerAccess.of(server, caller).stream())
        .toList();
  }

  /** A server that the program has a level on. */
  public Optional<ServerAccess> of(Caller caller, String id) {
    return find(id).flatMap(server -> ServerAccess.of(server, caller));
  }

  private void read(String id, MlflowConfig.Server server, AwsConfig aws) {
    int before = problems.size();
    String property = "portico.mlflow.servers." + id;
    if (!ID.matcher(id).matches()) {
      problem(property, "an id has lower-case letters, digits and hyphens, 63 at most");
    }
    server.roleArn().ifPresent(role -> checkRole(property + ".role-arn", role));
    server
        .roleArns()
        .forEach((level, role) -> checkRole(property + ".role-arns." + level.label(), role));
    if (server.roleArn().isEmpty() && !server.roleArns().isEmpty()) {
      Stream.concat(server.access().values().stream(), server.scopes().values().stream())
          .distinct()
          .sorted()
          .filter(level -> !server.roleArns().containsKey(level))
          .forEach(level -> missingRole(property, level));
    }
    Optional<TrackingServerArn> arn = arn(property, server);
    if (problems.size() == before) {
      servers.put(id, trackingServer(id, server, arn.orElseThrow(), aws));
    }
  }

  /** The portal's own credentials, which may do more, are for servers that name no role at all. */
  private void missingRole(String property, AccessLevel level) {
    problem(
        property + ".role-arns." + level.label(),
        "set the role for that level, which somebody has, or role-arn for all without one");
  }

  private void checkRole(String property, String role) {
    if (!ROLE_ARN.matcher(role).matches()) {
      problem(property, "'" + role + "' is not a role's ARN");
    }
  }

  private Optional<TrackingServerArn> arn(String property, MlflowConfig.Server server) {
    try {
      return Optional.of(
          TrackingServerArn.parse(
              server.arn().orElseThrow(() -> new IllegalArgumentException("is not set"))));
    } catch (IllegalArgumentException e) {
      problem(property + ".arn", e.getMessage());
      return Optional.empty();
    }
  }

  private static TrackingServer trackingServer(
      String id, MlflowConfig.Server server, TrackingServerArn arn, AwsConfig aws) {
    return new TrackingServer(
        id,
        server.title().orElse(id),
        arn,
        server.endpoint().or(aws::endpoint).orElseGet(() -> arn.kind().endpointIn(arn.region())),
        roles(server),
        Map.copyOf(server.access()),
        Map.copyOf(server.scopes()));
  }

  private static Map<AccessLevel, String> roles(MlflowConfig.Server server) {
    Map<AccessLevel, String> roles = new EnumMap<>(AccessLevel.class);
    server
        .roleArn()
        .ifPresent(
            role -> Stream.of(AccessLevel.values()).forEach(level -> roles.put(level, role)));
    roles.putAll(server.roleArns());
    return Map.copyOf(roles);
  }

  private void problem(String property, String remedy) {
    problems.add(new ConfigurationProblem(property, remedy));
  }
}
