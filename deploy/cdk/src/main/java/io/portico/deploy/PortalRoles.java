package io.portico.deploy;

import io.portico.deploy.configuration.ApiDocumentation;
import io.portico.deploy.configuration.Level;
import io.portico.deploy.configuration.PorticoConfiguration;
import io.portico.deploy.configuration.TrackingServer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/** What the portal itself may do, and the roles it assumes in people's names. */
final class PortalRoles {
  private static final List<String> ASSUME = List.of("sts:AssumeRole", "sts:SetSourceIdentity");

  final Role task;
  private final Map<String, Map<Level, String>> made = new TreeMap<>();

  PortalRoles(Construct scope, PorticoConfiguration configuration) {
    task =
        Role.Builder.create(scope, "TaskRole")
            .description("Portico itself")
            .assumedBy(new ServicePrincipal("ecs-tasks.amazonaws.com"))
            .build();
    String path = "/" + configuration.name() + "/" + configuration.region() + "/";
    configuration.servers().stream()
        .filter(server -> !server.bringsRoles())
        .forEach(server -> made.put(server.id(), ServerRoles.of(scope, server, task, path)));
    assumeRoles(configuration.servers(), path);
    watchServers(configuration.servers());
    configuration.apiDocumentation().ifPresent(this::documentation);
  }

  /** The role for a level on a server, by the server's id; of Apps for one level only. */
  Map<String, Map<Level, String>> ofServers(Collection<TrackingServer> servers) {
    Map<String, Map<Level, String>> all = new TreeMap<>(made);
    servers.stream()
        .filter(TrackingServer::bringsRoles)
        .forEach(server -> all.put(server.id(), server.roleArns()));
    return all;
  }

  /**
   * The roles made here by their path: the ARNs of those of twenty servers are more than a policy
   * holds. Nothing else has the path, and each role lets in the portal alone.
   */
  private void assumeRoles(Collection<TrackingServer> servers, String path) {
    List<String> roles = new ArrayList<>();
    if (!made.isEmpty()) {
      Stack stack = Stack.of(task);
      String all = ":role" + path + "*";
      roles.add("arn:" + stack.getPartition() + ":iam::" + stack.getAccount() + all);
      Accepted.finding(
          task,
          "IAM5[Resource::arn:<AWS::Partition>:iam::<AWS::AccountId>" + all + "]",
          "The path is of the roles of this deployment, each of which trusts the portal alone");
    }
    servers.forEach(server -> roles.addAll(server.roleArns().values()));
    servers.forEach(server -> server.roleArn().ifPresent(roles::add));
    allow(ASSUME, roles.stream().distinct().toList());
  }

  /** Status is asked, and servers are started and stopped, in the portal's own name. */
  private void watchServers(Collection<TrackingServer> servers) {
    allow(
        List.of("sagemaker:DescribeMlflowApp"),
        arns(servers.stream().filter(TrackingServer::isApp)));
    allow(
        List.of("sagemaker:DescribeMlflowTrackingServer"),
        arns(servers.stream().filter(server -> !server.isApp())));
    allow(
        List.of("sagemaker:StartMlflowTrackingServer", "sagemaker:StopMlflowTrackingServer"),
        arns(
            servers.stream()
                .filter(server -> !server.isApp() && server.highest() == Level.MANAGER)));
  }

  private static List<String> arns(Stream<TrackingServer> servers) {
    return servers.map(TrackingServer::arn).toList();
  }

  private void documentation(ApiDocumentation documentation) {
    String service = ":apigateway:" + documentation.region() + "::";
    String prefix = "arn:" + Stack.of(task).getPartition() + service;
    for (DocumentationGrants.Grant grant : DocumentationGrants.of(documentation)) {
      allow(
          grant.verbs().stream().map(verb -> "apigateway:" + verb).toList(),
          grant.paths().stream().map(prefix::concat).toList());
      grant.paths().stream()
          .filter(path -> path.contains("*"))
          .forEach(path -> accept("arn:<AWS::Partition>" + service + path));
    }
  }

  private void accept(String resource) {
    Accepted.finding(
        task,
        "IAM5[Resource::" + resource + "]",
        "API Gateway names what belongs to an API by its path: the star stands for that, or for all"
            + " APIs where the configuration says so");
  }

  private void allow(List<String> actions, List<String> resources) {
    if (!resources.isEmpty()) {
      task.addToPolicy(
          PolicyStatement.Builder.create().actions(actions).resources(resources).build());
    }
  }
}
