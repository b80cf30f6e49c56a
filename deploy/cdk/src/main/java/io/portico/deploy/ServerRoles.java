package io.portico.deploy;

import io.portico.deploy.configuration.Level;
import io.portico.deploy.configuration.TrackingServer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.ArnPrincipal;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/** The roles of one server: of a tracking server for each level, of an App for all levels one. */
final class ServerRoles {
  /** Nobody assumes one without saying for whom. */
  private static final Map<String, Object> IN_SOMEBODYS_NAME =
      Map.of("StringLike", Map.of("sts:SourceIdentity", "?*"));

  private ServerRoles() {}

  /** ARNs, by the level they are for. */
  static Map<Level, String> of(Construct scope, TrackingServer server, Role task, String path) {
    Map<Level, String> roles = new EnumMap<>(Level.class);
    if (server.isApp()) {
      roles.put(server.highest(), app(scope, server, task, path).getRoleArn());
    } else {
      server
          .highest()
          .held()
          .forEach(level -> roles.put(level, level(scope, server, level, task, path).getRoleArn()));
    }
    return roles;
  }

  /** IAM cannot say less of an App: the portal's table of endpoints alone tells levels apart. */
  private static Role app(Construct scope, TrackingServer server, Role task, String path) {
    Role role = role(scope, server, "app", task, path);
    allow(role, List.of("sagemaker:CallMlflowAppApi"), server.arn());
    return role;
  }

  private static Role level(
      Construct scope, TrackingServer server, Level level, Role task, String path) {
    Role role = role(scope, server, level.label(), task, path);
    allow(role, MlflowActions.of(level), server.arn());
    allow(role, List.of("sagemaker-mlflow:AccessUI"), "*");
    Accepted.finding(
        role,
        "IAM5[Resource::*]",
        "AccessUI takes no resource but *; whatever is called is bound to the server");
    return role;
  }

  private static Role role(
      Construct scope, TrackingServer server, String suffix, Role task, String path) {
    IPrincipal portal = new ArnPrincipal(task.getRoleArn()).withConditions(IN_SOMEBODYS_NAME);
    Role role =
        Role.Builder.create(scope, "Server-" + server.id() + "-" + suffix)
            .description("Portico on " + server.id() + ", in a person's name: " + suffix)
            .path(path)
            .assumedBy(portal)
            .build();
    role.getAssumeRolePolicy()
        .addStatements(
            PolicyStatement.Builder.create()
                .actions(List.of("sts:SetSourceIdentity"))
                .principals(List.of(portal))
                .build());
    return role;
  }

  private static void allow(Role role, List<String> actions, String resource) {
    role.addToPolicy(
        PolicyStatement.Builder.create().actions(actions).resources(List.of(resource)).build());
  }
}
