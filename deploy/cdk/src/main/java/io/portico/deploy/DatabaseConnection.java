package io.portico.deploy;

import io.portico.deploy.configuration.Database;
import io.portico.deploy.configuration.Network;
import io.portico.deploy.configuration.PorticoConfiguration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.rds.AuroraPostgresClusterEngineProps;
import software.amazon.awscdk.services.rds.AuroraPostgresEngineVersion;
import software.amazon.awscdk.services.rds.BackupProps;
import software.amazon.awscdk.services.rds.ClusterInstance;
import software.amazon.awscdk.services.rds.Credentials;
import software.amazon.awscdk.services.rds.DatabaseCluster;
import software.amazon.awscdk.services.rds.DatabaseClusterEngine;
import software.amazon.awscdk.services.rds.DatabaseSecret;
import software.amazon.awscdk.services.rds.ServerlessV2ClusterInstanceProps;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.secretsmanager.Secret;

/**
 * How the portal reaches its PostgreSQL.
 *
 * @param secret has {@code username} and {@code password}
 * @param cluster to be watched, if it is ours
 */
record DatabaseConnection(String jdbcUrl, ISecret secret, Optional<DatabaseCluster> cluster) {
  private static final String NAME = "portico";

  /** Whoever answers must be the database that RDS certifies. */
  private static final String TLS = "?sslmode=verify-full&sslrootcert=/opt/portico/certs/rds.pem";

  static DatabaseConnection of(
      DataStack stack, PorticoConfiguration configuration, IVpc vpc, SecurityGroup tasks) {
    return configuration.database() instanceof Database.Existing existing
        ? existing(stack, existing, tasks)
        : aurora(stack, configuration, (Database.Aurora) configuration.database(), vpc, tasks);
  }

  private static DatabaseConnection existing(
      DataStack stack, Database.Existing existing, SecurityGroup tasks) {
    Port port = Port.tcp(existing.port());
    var group = SecurityGroup.fromSecurityGroupId(stack, "Database", existing.securityGroup());
    group.addIngressRule(tasks, port, "Portico");
    tasks.addEgressRule(group, port, "database");
    return new DatabaseConnection(
        existing.jdbcUrl(),
        Secret.fromSecretCompleteArn(stack, "DatabaseSecret", existing.secretArn()),
        Optional.empty());
  }

  private static DatabaseConnection aurora(
      DataStack stack,
      PorticoConfiguration configuration,
      Database.Aurora aurora,
      IVpc vpc,
      SecurityGroup tasks) {
    boolean keep = configuration.keepData();
    DatabaseCluster cluster =
        DatabaseCluster.Builder.create(stack, "Database")
            .engine(
                DatabaseClusterEngine.auroraPostgres(
                    AuroraPostgresClusterEngineProps.builder()
                        .version(AuroraPostgresEngineVersion.VER_17_7)
                        .build()))
            .parameters(Map.of("rds.force_ssl", "1"))
            .vpc(vpc)
            .vpcSubnets(SubnetSelection.builder().subnetType(subnets(configuration)).build())
            .writer(ClusterInstance.serverlessV2("Writer"))
            .readers(
                List.of(
                    ClusterInstance.serverlessV2(
                        "Reader",
                        ServerlessV2ClusterInstanceProps.builder().scaleWithWriter(true).build())))
            .serverlessV2MinCapacity(aurora.minCapacity())
            .serverlessV2MaxCapacity(aurora.maxCapacity())
            .defaultDatabaseName(NAME)
            .credentials(Credentials.fromSecret(secret(stack, configuration), NAME))
            .storageEncrypted(true)
            .backup(BackupProps.builder().retention(Duration.days(aurora.backupDays())).build())
            .copyTagsToSnapshot(true)
            .deletionProtection(keep)
            .removalPolicy(keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
            .build();
    cluster.getConnections().allowDefaultPortFrom(tasks, "Portico");
    accept(cluster);
    return new DatabaseConnection(
        "jdbc:postgresql://" + cluster.getClusterEndpoint().getSocketAddress() + "/" + NAME + TLS,
        cluster.getSecret(),
        Optional.of(cluster));
  }

  /** It stays where the database does, which nobody could sign in to without it. */
  private static DatabaseSecret secret(DataStack stack, PorticoConfiguration configuration) {
    DatabaseSecret secret =
        DatabaseSecret.Builder.create(stack, "DatabasePassword").username(NAME).build();
    secret.applyRemovalPolicy(DataStack.removal(configuration));
    Accepted.finding(
        secret,
        "SMG4",
        "Tasks read secrets when they start; the runbook says how to change it and start"
            + " new ones");
    return secret;
  }

  private static void accept(DatabaseCluster cluster) {
    Accepted.finding(
        cluster, "RDS6", "The portal signs in by password over TLS; IAM's last 15 minutes only");
    Accepted.finding(
        cluster, "RDS11", "Another port than PostgreSQL's hides nothing: only tasks reach it");
  }

  private static SubnetType subnets(PorticoConfiguration configuration) {
    boolean none =
        configuration.network() instanceof Network.Existing existing
            && existing.databaseSubnets().isEmpty();
    return none ? SubnetType.PRIVATE_WITH_EGRESS : SubnetType.PRIVATE_ISOLATED;
  }
}
