package io.portico.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.portico.deploy.configuration.PorticoConfiguration;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awscdk.assertions.Match;

/** The tasks. */
class PortalServiceTest {
  @ParameterizedTest
  @EnumSource
  void runsTwiceAndNeverLessWhileItIsReplaced(Synthesised which) {
    which
        .service()
        .hasResourceProperties(
            "AWS::ECS::Service",
            Map.of(
                // A number here would shrink a service under load with every deployment.
                "DesiredCount",
                Match.absent(),
                "LaunchType",
                "FARGATE",
                "EnableExecuteCommand",
                false,
                "AvailabilityZoneRebalancing",
                "ENABLED",
                "DeploymentConfiguration",
                Match.objectLike(
                    Map.of(
                        "MinimumHealthyPercent",
                        100,
                        "MaximumPercent",
                        200,
                        "DeploymentCircuitBreaker",
                        Map.of("Enable", true, "Rollback", true)))));
    JsonNode service = only(which, "AWS::ECS::Service");
    assertEquals(2, service.path("LoadBalancers").size());
    JsonNode network = service.at("/NetworkConfiguration/AwsvpcConfiguration");
    assertTrue(network.path("Subnets").size() >= 2, "in two zones");
    assertEquals("DISABLED", network.path("AssignPublicIp").asText());
  }

  @ParameterizedTest
  @EnumSource
  void writesNowhereButToItsVolumeAndIsNotRoot(Synthesised which) {
    JsonNode container = container(which);
    assertTrue(container.path("ReadonlyRootFilesystem").asBoolean());
    assertEquals("10001:10001", container.path("User").asText());
    assertEquals(120, container.path("StopTimeout").asInt());
    assertEquals(1, container.path("MountPoints").size());
    assertEquals("/var/lib/portico", container.at("/MountPoints/0/ContainerPath").asText());
    assertEquals(
        which.configuration().size().spool() + 10,
        only(which, "AWS::ECS::TaskDefinition").at("/EphemeralStorage/SizeInGiB").asInt());
    assertTrue(container.path("HealthCheck").isMissingNode(), "the image has no shell");
  }

  @ParameterizedTest
  @EnumSource
  void secretsComeFromTheSecretStoreAlone(Synthesised which) {
    Set<String> names = new TreeSet<>();
    container(which).path("Secrets").forEach(secret -> names.add(secret.path("Name").asText()));
    assertEquals(
        Set.of(
            "PORTICO_PORTAL_SECRET",
            "QUARKUS_DATASOURCE_PASSWORD",
            "QUARKUS_DATASOURCE_USERNAME",
            "QUARKUS_OIDC_CREDENTIALS_SECRET"),
        names);
    environment(which)
        .keySet()
        .forEach(name -> assertFalse(name.toLowerCase().contains("secret"), name));
  }

  @ParameterizedTest
  @EnumSource
  void everythingThatAProductionStartNeedsIsSet(Synthesised which) {
    assertTrue(
        environment(which)
            .keySet()
            .containsAll(
                Set.of(
                    "portico.portal.origin",
                    "portico.mlflow.origin",
                    "quarkus.oidc.auth-server-url",
                    "quarkus.oidc.client-id",
                    "quarkus.datasource.jdbc.url")));
  }

  @ParameterizedTest
  @EnumSource
  void growsFastAndShrinksSlowly(Synthesised which) {
    which.service().resourceCountIs("AWS::ApplicationAutoScaling::ScalingPolicy", 3);
    which
        .service()
        .allResourcesProperties(
            "AWS::ApplicationAutoScaling::ScalingPolicy",
            Map.of(
                "TargetTrackingScalingPolicyConfiguration",
                Match.objectLike(Map.of("ScaleOutCooldown", 30, "ScaleInCooldown", 600))));
    Set<String> metrics = new TreeSet<>();
    Synthesised.resources(which.serviceJson(), "AWS::ApplicationAutoScaling::ScalingPolicy")
        .values()
        .forEach(
            policy ->
                metrics.add(
                    policy
                        .at(
                            "/TargetTrackingScalingPolicyConfiguration/"
                                + "PredefinedMetricSpecification/PredefinedMetricType")
                        .asText()));
    assertEquals(Set.of("ALBRequestCountPerTarget", "ECSServiceAverageCPUUtilization"), metrics);
    which
        .service()
        .hasResourceProperties(
            "AWS::ApplicationAutoScaling::ScalableTarget",
            Map.of("MinCapacity", 2, "MaxCapacity", 6));
  }

  @ParameterizedTest
  @EnumSource
  void whatItWritesIsKeptAsLongAsAsked(Synthesised which) {
    which
        .service()
        .allResourcesProperties(
            "AWS::Logs::LogGroup", Map.of("RetentionInDays", which.configuration().logsKept()));
    assertEquals("non-blocking", container(which).at("/LogConfiguration/Options/mode").asText());
    which
        .service()
        .hasResourceProperties(
            "AWS::ECS::Cluster",
            Map.of(
                "ClusterSettings",
                List.of(Map.of("Name", "containerInsights", "Value", "enabled"))));
  }

  @Test
  void anImageIsATagOrADigest() {
    assertTrue(container(Synthesised.SMALLEST).path("Image").toString().contains("/portico:1.0.0"));
    assertTrue(
        container(Synthesised.EXISTING).path("Image").toString().contains("portico@sha256:0123"));
  }

  @Test
  void namesOfGroupsStandInQuotesIfTheyMust() {
    Map<String, String> environment = environment(Synthesised.EVERYTHING);
    assertEquals(
        "viewer",
        environment.get("portico.mlflow.servers.forecasting.access.\"Data Science/Readers\""));
    assertEquals(
        "contributor",
        environment.get("portico.mlflow.servers.forecasting.scopes.\"mlflow.forecasting/write\""));
    assertEquals("manager", environment.get("portico.mlflow.servers.churn.access.churn-leads"));
    assertEquals("*", environment.get("portico.apidocs.access.everybody.viewer"));
    assertEquals("P30D", environment.get("portico.tokens.max-lifetime"));
    assertEquals("19G", environment.get("portico.mlflow.proxy.spool-quota"));
  }

  @Test
  void tracesGoOutWhereACollectorIs() {
    assertEquals("false", environment(Synthesised.EVERYTHING).get("quarkus.otel.sdk.disabled"));
    assertFalse(environment(Synthesised.SMALLEST).containsKey("quarkus.otel.sdk.disabled"));
  }

  @Test
  void rolesOfLevelsReachThePortal() {
    Set<String> roles =
        environment(Synthesised.EVERYTHING).keySet().stream()
            .filter(name -> name.contains("role-arn"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        Set.of(
            "portico.mlflow.servers.churn.role-arn",
            "portico.mlflow.servers.elsewhere.role-arns.contributor",
            "portico.mlflow.servers.elsewhere.role-arns.viewer",
            "portico.mlflow.servers.forecasting.role-arns.contributor",
            "portico.mlflow.servers.forecasting.role-arns.manager",
            "portico.mlflow.servers.forecasting.role-arns.viewer"),
        roles);
  }

  private static JsonNode only(Synthesised which, String type) {
    return Synthesised.resources(which.serviceJson(), type).values().iterator().next();
  }

  private static JsonNode container(Synthesised which) {
    return only(which, "AWS::ECS::TaskDefinition").at("/ContainerDefinitions/0");
  }

  /**
   * The portal's properties, as it reads them; in the place of what CloudFormation puts in, "?".
   */
  private static Map<String, String> environment(Synthesised which) {
    JsonNode variables = container(which).path("Environment");
    assertEquals(1, variables.size());
    assertEquals("PORTICO_CONFIGURATION", variables.at("/0/Name").asText());
    JsonNode value = variables.at("/0/Value");
    String text =
        Stream.concat(Stream.of(value), Synthesised.each(value.at("/Fn::Join/1")))
            .filter(part -> !part.has("Fn::Join"))
            .map(part -> part.isTextual() ? part.asText() : "?")
            .collect(Collectors.joining());
    return properties(text);
  }

  private static Map<String, String> properties(String text) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, properties::getProperty));
  }

  @Test
  void aCommaOrABackslashInAListEndsNothing() {
    String text =
        PortalEnvironment.of(
                PorticoConfiguration.parse(
                    yaml()
                            .replace(
                                "  host: portal.example.com",
                                "  auditors: ['Data, Leads', security]\n  host: portal.example.com")
                        + "api-documentation: {access: {t: {viewer: ['tag:a=b\\', abc]}}}\n"),
                "jdbc:postgresql://db/portico",
                Map.of())
            .get("PORTICO_CONFIGURATION");
    Map<String, String> properties = properties(text);
    assertEquals("Data\\, Leads,security", properties.get("portico.identity.roles.auditor"));
    assertEquals("tag:a=b\\\\,abc", properties.get("portico.apidocs.access.t.viewer"));
  }

  private static String yaml() {
    try {
      return Files.readString(Path.of("src/test/resources/configurations/smallest.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
