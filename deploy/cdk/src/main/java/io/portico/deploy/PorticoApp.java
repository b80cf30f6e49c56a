package io.portico.deploy;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.portico.deploy.configuration.MistakenConfiguration;
import io.portico.deploy.configuration.PorticoConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Validations;

/** The CDK app: {@code cdk deploy --all -c configuration=portico.yaml}. */
public final class PorticoApp {
  /** What newer apps are generated with, where it changes something here. */
  private static final Map<String, Object> FLAGS =
      Map.of(
          "@aws-cdk/aws-iam:minimizePolicies", true,
          "@aws-cdk/core:checkSecretUsage", true,
          // Data that a service uses is not deleted under it.
          "@aws-cdk/core:defaultCrossStackReferences", "strong",
          "@aws-cdk/aws-ecs:disableExplicitDeploymentControllerForCircuitBreaker", true,
          "@aws-cdk/aws-ec2:ebsDefaultGp3Volume", true,
          "@aws-cdk/aws-s3:createDefaultLoggingPolicy", true,
          "@aws-cdk/aws-rds:auroraClusterChangeScopeOfInstanceParameterGroupWithEachParameters",
              true);

  private PorticoApp() {}

  /** Writes the assembly, or ends with what has to be corrected. */
  public static void main(String[] args) throws IOException {
    App app = app(AppProps.builder());
    Object file = app.getNode().tryGetContext("configuration");
    try {
      build(app, PorticoConfiguration.parse(read(file == null ? "portico.yaml" : file.toString())));
      app.synth();
    } catch (MistakenConfiguration e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static String read(String file) throws IOException {
    Path path = Path.of(file);
    if (!Files.isRegularFile(path)) {
      System.err.println(
          "There is no file "
              + path.toAbsolutePath()
              + ". Copy portico.example.yaml, or name another file by -c configuration=<file>.");
      System.exit(1);
    }
    return Files.readString(path);
  }

  static App app(AppProps.Builder props) {
    return new App(props.context(FLAGS).analyticsReporting(false).build());
  }

  /** Both stacks, without an account: nothing is looked up. */
  static ServiceStack build(App app, PorticoConfiguration configuration) {
    StackProps.Builder props =
        StackProps.builder()
            .env(Environment.builder().region(configuration.region()).build())
            .tags(Map.of("application", configuration.name()));
    DataStack data =
        new DataStack(
            app,
            configuration.name() + "-data",
            props
                .description("Portico: network, database and secrets")
                .terminationProtection(configuration.keepData())
                .build(),
            configuration);
    ServiceStack service =
        new ServiceStack(
            app,
            configuration.name() + "-service",
            props
                .description("Portico: load balancer, service, roles, firewall and alarms")
                .terminationProtection(false)
                .build(),
            configuration,
            data);
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    return service;
  }
}
