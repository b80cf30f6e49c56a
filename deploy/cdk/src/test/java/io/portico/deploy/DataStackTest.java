package io.portico.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awscdk.assertions.Match;

/** Network, database, secrets. */
class DataStackTest {
  @Test
  void theDatabaseIsInTwoZonesEncryptedAndStays() {
    var data = Synthesised.SMALLEST.data();
    data.resourceCountIs("AWS::RDS::DBInstance", 2);
    data.allResourcesProperties("AWS::RDS::DBInstance", Map.of("PubliclyAccessible", false));
    data.hasResource(
        "AWS::RDS::DBCluster",
        Map.of(
            "DeletionPolicy",
            "Retain",
            "Properties",
            Match.objectLike(
                Map.of(
                    "Engine",
                    "aurora-postgresql",
                    "StorageEncrypted",
                    true,
                    "DeletionProtection",
                    true,
                    "BackupRetentionPeriod",
                    14,
                    "ServerlessV2ScalingConfiguration",
                    Map.of("MinCapacity", 0.5, "MaxCapacity", 4)))));
    data.hasResourceProperties(
        "AWS::RDS::DBClusterParameterGroup", Map.of("Parameters", Map.of("rds.force_ssl", "1")));
  }

  @Test
  void theServiceHoldsNothingThatIsMissedWhenItIsDeleted() {
    for (Synthesised which : Synthesised.values()) {
      which.service().resourceCountIs("AWS::RDS::DBCluster", 0);
      which.service().resourceCountIs("AWS::SecretsManager::Secret", 0);
      which.service().resourceCountIs("AWS::EC2::VPC", 0);
    }
  }

  @Test
  void thePortalsSecretIsMadeAndTheProvidersIsPutByHand() {
    Synthesised.SMALLEST
        .data()
        .hasResource(
            "AWS::SecretsManager::Secret",
            Map.of(
                "DeletionPolicy",
                "Retain",
                "Properties",
                Match.objectLike(
                    Map.of(
                        "GenerateSecretString",
                        Map.of("PasswordLength", 64, "ExcludePunctuation", true)))));
    Synthesised.SMALLEST
        .data()
        .hasResourceProperties(
            "AWS::SecretsManager::Secret",
            Map.of(
                "Description",
                Match.stringLikeRegexp("client secret"),
                "GenerateSecretString",
                Match.absent(),
                "SecretString",
                Match.absent()));
  }

  @Test
  void theDatabaseIsReachedByTasksOverTlsOnly() {
    JsonNode rules =
        Synthesised.JSON.valueToTree(
            Synthesised.resources(
                Synthesised.SMALLEST.dataJson(), "AWS::EC2::SecurityGroupIngress"));
    assertEquals(1, rules.toString().split("\"Description\":\"Portico\"", -1).length - 1);
    assertTrue(
        Synthesised.SMALLEST
            .serviceJson()
            .toString()
            .contains("sslmode=verify-full&sslrootcert=/opt/portico/certs/rds.pem"));
  }

  @ParameterizedTest
  @EnumSource
  void tasksCallOutOnNamedPortsOnly(Synthesised which) {
    Set<Integer> ports = new TreeSet<>();
    Synthesised.resources(which.dataJson(), "AWS::EC2::SecurityGroup")
        .forEach(
            (id, group) -> {
              if (id.startsWith("Tasks")) {
                group
                    .path("SecurityGroupEgress")
                    .forEach(
                        rule -> {
                          assertEquals(rule.path("FromPort"), rule.path("ToPort"));
                          ports.add(rule.path("FromPort").asInt());
                        });
              }
            });
    assertEquals(
        switch (which) {
          case SMALLEST -> Set.of(443);
          case EVERYTHING -> Set.of(443, 4317);
          case EXISTING -> Set.of(443, 8443);
        },
        ports);
  }

  @Test
  void anExistingNetworkAndDatabaseStayAsTheyAre() {
    var data = Synthesised.EXISTING.data();
    data.resourceCountIs("AWS::EC2::VPC", 0);
    data.resourceCountIs("AWS::RDS::DBCluster", 0);
    data.hasResourceProperties(
        "AWS::EC2::SecurityGroupIngress",
        Map.of("GroupId", "sg-0123456789abcdef0", "FromPort", 5433, "ToPort", 5433));
    assertEquals(
        Set.of(
            "AWS::EC2::SecurityGroup",
            "AWS::EC2::SecurityGroupIngress",
            "AWS::EC2::SecurityGroupEgress",
            "AWS::SecretsManager::Secret"),
        types(Synthesised.EXISTING.dataJson()));
  }

  @Test
  void endpointsOfBothKindsOfMlflowAreForTasksOnly() {
    Set<String> services = new TreeSet<>();
    Synthesised.resources(Synthesised.EVERYTHING.dataJson(), "AWS::EC2::VPCEndpoint")
        .values()
        .forEach(endpoint -> services.add(endpoint.path("ServiceName").asText()));
    assertTrue(
        services.containsAll(
            List.of("aws.sagemaker.eu-west-1.experiments", "aws.sagemaker.eu-west-1.mlflow")),
        services.toString());
    Synthesised.SMALLEST.data().resourceCountIs("AWS::EC2::VPCEndpoint", 0);
    Synthesised.EVERYTHING
        .data()
        .resourcePropertiesCountIs(
            "AWS::EC2::VPCEndpoint",
            Map.of("VpcEndpointType", "Interface", "PrivateDnsEnabled", true),
            8);
  }

  @Test
  void twoZonesHaveAWayOutEach() {
    Synthesised.SMALLEST.data().resourceCountIs("AWS::EC2::NatGateway", 2);
    Synthesised.SMALLEST
        .data()
        .hasResourceProperties("AWS::EC2::FlowLog", Map.of("TrafficType", "REJECT"));
  }

  private static Set<String> types(JsonNode template) {
    Set<String> types = new TreeSet<>();
    template.path("Resources").forEach(resource -> types.add(resource.path("Type").asText()));
    return types;
  }

  /** Without the password nobody could sign in to a database that stayed. */
  @Test
  void everySecretStaysWithTheDatabase() {
    Synthesised.SMALLEST
        .dataJson()
        .path("Resources")
        .properties()
        .forEach(
            resource -> {
              if (resource.getValue().path("Type").asText().equals("AWS::SecretsManager::Secret")) {
                assertEquals(
                    "Retain",
                    resource.getValue().path("DeletionPolicy").asText(),
                    resource.getKey());
              }
            });
  }
}
