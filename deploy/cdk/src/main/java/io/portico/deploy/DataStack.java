package io.portico.deploy;

import io.portico.deploy.configuration.PorticoConfiguration;
import java.net.URI;
import java.util.Optional;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.secretsmanager.CfnSecret;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/** What outlives any service: network, database, secrets. */
final class DataStack extends Stack {
  private static final int SECRET_LENGTH = 64;
  private static final String HAND_ROTATED =
      "Tasks read secrets when they start; the runbook's 'Rotate secrets' changes one and starts"
          + " new tasks in the same step";

  final IVpc vpc;
  final SecurityGroup tasks;
  final DatabaseConnection database;
  final ISecret portalSecret;
  final ISecret clientSecret;

  DataStack(Construct scope, String id, StackProps props, PorticoConfiguration configuration) {
    super(scope, id, props);
    vpc = Networks.of(this, configuration);
    tasks = tasks(configuration);
    database = DatabaseConnection.of(this, configuration, vpc, tasks);
    portalSecret = portalSecret(configuration);
    clientSecret = clientSecret(configuration);
  }

  /** The tasks' own, here so that the database can be opened for it and nobody else. */
  private SecurityGroup tasks(PorticoConfiguration configuration) {
    SecurityGroup group =
        SecurityGroup.Builder.create(this, "Tasks")
            .vpc(vpc)
            .description("Portico: tasks")
            .allowAllOutbound(false)
            .build();
    out(group, 443, "AWS, identity provider");
    out(group, configuration.signIn().port(), "identity provider");
    configuration
        .collector()
        .map(URI::create)
        .ifPresent(c -> out(group, c.getPort() < 0 ? 4317 : c.getPort(), "traces"));
    return group;
  }

  private static void out(SecurityGroup group, int port, String why) {
    group.addEgressRule(Peer.anyIpv4(), Port.tcp(port), why);
  }

  private ISecret portalSecret(PorticoConfiguration configuration) {
    Secret secret =
        Secret.Builder.create(this, "PortalSecret")
            .description("Portico: seals sessions and tickets; a new one signs everybody out")
            .generateSecretString(
                SecretStringGenerator.builder()
                    .passwordLength(SECRET_LENGTH)
                    .excludePunctuation(true)
                    .build())
            .removalPolicy(removal(configuration))
            .build();
    Accepted.finding(secret, "SMG4", HAND_ROTATED);
    return secret;
  }

  /** Without a value: a start before somebody puts one fails, and says so. */
  private ISecret clientSecret(PorticoConfiguration configuration) {
    Optional<String> given = configuration.signIn().clientSecretArn();
    if (given.isPresent()) {
      return Secret.fromSecretCompleteArn(this, "ClientSecret", given.get());
    }
    CfnSecret secret =
        CfnSecret.Builder.create(this, "ClientSecret")
            .description("Portico: the client secret at the identity provider; put it by hand")
            .build();
    secret.applyRemovalPolicy(removal(configuration));
    Accepted.finding(secret, "SMG4", "The identity provider makes it; " + HAND_ROTATED);
    return Secret.fromSecretCompleteArn(this, "ClientSecretValue", secret.getRef());
  }

  static RemovalPolicy removal(PorticoConfiguration configuration) {
    return configuration.keepData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
  }
}
