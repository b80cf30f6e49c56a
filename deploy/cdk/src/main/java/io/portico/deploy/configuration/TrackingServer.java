package io.portico.deploy.configuration;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A SageMaker MLflow that the portal leads to: a tracking server, or an MLflow App.
 *
 * @param id its name in addresses
 * @param access levels by group
 * @param scopes levels by scope of the identity provider's tokens
 * @param roleArn a role that exists already, for every level; for servers of other accounts
 * @param roleArns roles that exist already, by level
 */
public record TrackingServer(
    String id,
    String arn,
    Optional<String> title,
    Map<String, Level> access,
    Map<String, Level> scopes,
    Optional<String> roleArn,
    Map<Level, String> roleArns) {

  /** For Apps IAM has a single action, so that they take a single role. */
  public boolean isApp() {
    return arn.contains(":mlflow-app/");
  }

  /** Whether the roles are somebody else's, so that none are made. */
  public boolean bringsRoles() {
    return roleArn.isPresent() || !roleArns.isEmpty();
  }

  /** The highest level that anybody has. */
  public Level highest() {
    return Stream.concat(access.values().stream(), scopes.values().stream())
        .max(Comparator.naturalOrder())
        .orElse(Level.VIEWER);
  }

  static TrackingServer read(String id, Section section) {
    Section access = section.section("access");
    Section scopes = section.section("scopes");
    TrackingServer server =
        new TrackingServer(
            id,
            section.required("arn", Form.SERVER),
            section.text("title", Form.LINE),
            access.each(Form.GROUP, group -> Level.read(access, group)),
            scopes.each(Form.GROUP, scope -> Level.read(scopes, scope)),
            section.text("role-arn", Form.ROLE),
            roleArns(section.section("role-arns")));
    server.check(section);
    return server;
  }

  private static Map<Level, String> roleArns(Section section) {
    Map<Level, String> roles = new LinkedHashMap<>();
    for (Level level : Level.values()) {
      section.text(level.label(), Form.ROLE).ifPresent(role -> roles.put(level, role));
    }
    return Collections.unmodifiableMap(roles);
  }

  private void check(Section section) {
    if (access.isEmpty() && scopes.isEmpty()) {
      section.mistake("access", "give at least one group a level, or nobody sees this server");
    }
    if (isApp() && !roleArns.isEmpty()) {
      section.mistake(
          "role-arns", "IAM knows no levels for MLflow Apps; write one role-arn in its place");
    }
    if (!roleArns.isEmpty()
        && roleArn.isEmpty()
        && !roleArns.keySet().containsAll(highest().held())) {
      section.mistake(
          "role-arns",
          "give a role for each level up to "
              + highest().label()
              + ", or a role-arn for the levels without one");
    }
  }
}
