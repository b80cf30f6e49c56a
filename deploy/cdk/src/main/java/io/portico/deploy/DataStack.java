package io.portico.deploy;

import io.portico.deploy.configuration.Network;
import io.portico.deploy.configuration.PorticoConfiguration;
import java.util.Optional;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.secretsmanager.CfnSecret;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/** What outlives any service: network, database, secrets. */
final class DataStack extends Stack {
  private static final int SECRET_LENGTH = 64;
  private static final String HAND_ROTATED =
      "Tasks read secrets when they start; the runbook says how to change one and start"
          + " new tasks in the same step";

  final IVpc vpc;
  final SecurityGroups groups;
  final DatabaseConnection database;
  final ISecret portalSecret;
  final ISecret clientSecret;

  DataStack(Construct scope, String id, StackProps props, PorticoConfiguration configuration) {
    super(scope, id, props);
    vpc = Networks.of(this, configuration);
    groups = new SecurityGroups(this, configuration, vpc);
    if (configuration.network() instanceof Network.OfItsOwn network) {
      Endpoints.of(this, network, vpc, groups.tasks);
    }
    database = DatabaseConnection.of(this, configuration, vpc, groups.tasks);
    portalSecret = portalSecret(configuration);
    clientSecret = clientSecret(configuration);
    Outputs.add(this, "ClientSecret", clientSecret.getSecretArn(), "holds the client secret");
    Outputs.add(this, "PortalSecret", portalSecret.getSecretArn(), "seals sessions");
    Outputs.add(
        this,
        "DatabaseSecret",
        database.secret().getSecretArn(),
        "user and password of the database");
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
