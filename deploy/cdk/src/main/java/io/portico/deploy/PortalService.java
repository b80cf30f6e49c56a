package io.portico.deploy;

import io.portico.deploy.configuration.Image;
import io.portico.deploy.configuration.PorticoConfiguration;
import io.portico.deploy.configuration.Size;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.applicationautoscaling.EnableScalingProps;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ecr.IRepository;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.ecs.AvailabilityZoneRebalancing;
import software.amazon.awscdk.services.ecs.AwsLogDriverMode;
import software.amazon.awscdk.services.ecs.AwsLogDriverProps;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerDefinition;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.ContainerInsights;
import software.amazon.awscdk.services.ecs.CpuArchitecture;
import software.amazon.awscdk.services.ecs.CpuUtilizationScalingProps;
import software.amazon.awscdk.services.ecs.DeploymentCircuitBreaker;
import software.amazon.awscdk.services.ecs.FargatePlatformVersion;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.LoadBalancerTargetOptions;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.ecs.MountPoint;
import software.amazon.awscdk.services.ecs.OperatingSystemFamily;
import software.amazon.awscdk.services.ecs.PortMapping;
import software.amazon.awscdk.services.ecs.RequestCountScalingProps;
import software.amazon.awscdk.services.ecs.RuntimePlatform;
import software.amazon.awscdk.services.ecs.ScalableTaskCount;
import software.amazon.awscdk.services.ecs.Secret;
import software.amazon.awscdk.services.ecs.Volume;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.logs.LogGroup;

/** The tasks. */
final class PortalService {
  static final int PORT = 8080;
  static final int MANAGEMENT_PORT = 9000;

  private static final String CONTAINER = "portal";
  private static final String USER = "10001:10001";
  private static final String VOLUME = "data";
  private static final String WRITABLE = "/var/lib/portico";

  /** Room beside the spool, for the image itself; Fargate counts both as one. */
  private static final int IMAGE_GIB = 10;

  /** The most that Fargate gives: 20 s still open, then 90 s for what is under way. */
  private static final Duration STOP = Duration.seconds(120);

  private static final Duration SOON = Duration.seconds(30);
  private static final Duration LATE = Duration.minutes(10);

  final Cluster cluster;
  final FargateService service;
  final LogGroup logs;
  private final ServiceStack stack;
  private final PorticoConfiguration configuration;

  PortalService(
      ServiceStack stack, PorticoConfiguration configuration, DataStack data, PortalRoles roles) {
    this.stack = stack;
    this.configuration = configuration;
    logs = Logs.group(stack, "Logs", configuration);
    cluster =
        Cluster.Builder.create(stack, "Cluster")
            .vpc(data.vpc)
            .containerInsightsV2(ContainerInsights.ENABLED)
            .build();
    service = service(task(data, roles), data);
  }

  private FargateTaskDefinition task(DataStack data, PortalRoles roles) {
    Size size = configuration.size();
    FargateTaskDefinition task =
        FargateTaskDefinition.Builder.create(stack, "Task")
            .cpu(size.cpu())
            .memoryLimitMiB(size.memory())
            .ephemeralStorageGiB(size.spool() + IMAGE_GIB)
            .taskRole(roles.task)
            .runtimePlatform(
                RuntimePlatform.builder()
                    .operatingSystemFamily(OperatingSystemFamily.LINUX)
                    .cpuArchitecture(
                        size.architecture().equals("arm64")
                            ? CpuArchitecture.ARM64
                            : CpuArchitecture.X86_64)
                    .build())
            .volumes(List.of(Volume.builder().name(VOLUME).build()))
            .build();
    ContainerDefinition container = task.addContainer(CONTAINER, container(data, roles));
    container.addMountPoints(
        MountPoint.builder().sourceVolume(VOLUME).containerPath(WRITABLE).readOnly(false).build());
    accept(task);
    return task;
  }

  /**
   * Without a health check of its own: the image has no shell, and the load balancer asks for
   * readiness, which says more.
   */
  private ContainerDefinitionOptions container(DataStack data, PortalRoles roles) {
    return ContainerDefinitionOptions.builder()
        .image(ContainerImage.fromEcrRepository(repository(), configuration.image().version()))
        .user(USER)
        .readonlyRootFilesystem(true)
        .stopTimeout(STOP)
        .portMappings(
            List.of(
                PortMapping.builder().containerPort(PORT).build(),
                PortMapping.builder().containerPort(MANAGEMENT_PORT).build()))
        .environment(
            PortalEnvironment.of(
                configuration, data.database.jdbcUrl(), roles.ofServers(configuration.servers())))
        .secrets(secrets(data))
        .logging(
            LogDriver.awsLogs(
                AwsLogDriverProps.builder()
                    .logGroup(logs)
                    .streamPrefix(configuration.name())
                    // A CloudWatch that is away must not stop the portal; the audit trail is in
                    // the database as well.
                    .mode(AwsLogDriverMode.NON_BLOCKING)
                    .maxBufferSize(software.amazon.awscdk.Size.mebibytes(16))
                    .build()))
        .build();
  }

  private IRepository repository() {
    Image image = configuration.image();
    return image.repository().startsWith("arn:")
        ? Repository.fromRepositoryArn(stack, "Repository", image.repository())
        : Repository.fromRepositoryName(stack, "Repository", image.repository());
  }

  /** In an order of their own: the CDK writes them down as they come. */
  private static Map<String, Secret> secrets(DataStack data) {
    Map<String, Secret> secrets = new TreeMap<>();
    secrets.put("PORTICO_PORTAL_SECRET", Secret.fromSecretsManager(data.portalSecret));
    secrets.put("QUARKUS_OIDC_CREDENTIALS_SECRET", Secret.fromSecretsManager(data.clientSecret));
    for (String part : List.of("username", "password")) {
      secrets.put(
          "QUARKUS_DATASOURCE_" + part.toUpperCase(Locale.ROOT),
          Secret.fromSecretsManager(data.database.secret(), part));
    }
    return secrets;
  }

  private static void accept(FargateTaskDefinition task) {
    Accepted.finding(task, "ECS2", "What is secret comes from Secrets Manager, nothing else is");
    Accepted.finding(
        task.getExecutionRole(),
        "IAM5[Resource::*]",
        "ecr:GetAuthorizationToken takes no resource but *; all else is bound");
  }

  /**
   * Without a number of tasks, to which every deployment would shrink it: scaling has the least.
   */
  private FargateService service(FargateTaskDefinition task, DataStack data) {
    return FargateService.Builder.create(stack, "Service")
        .cluster(cluster)
        .taskDefinition(task)
        .minHealthyPercent(100)
        .maxHealthyPercent(200)
        .circuitBreaker(DeploymentCircuitBreaker.builder().enable(true).rollback(true).build())
        .healthCheckGracePeriod(Duration.minutes(2))
        .availabilityZoneRebalancing(AvailabilityZoneRebalancing.ENABLED)
        .platformVersion(FargatePlatformVersion.LATEST)
        .enableExecuteCommand(false)
        .assignPublicIp(false)
        .securityGroups(List.of(data.groups.tasks))
        .vpcSubnets(SubnetSelection.builder().subnetType(SubnetType.PRIVATE_WITH_EGRESS).build())
        .build();
  }

  /** Both groups, and more tasks as soon as either is busy; fewer when all have been quiet. */
  void behind(LoadBalancer balancer) {
    ScalableTaskCount tasks =
        service.autoScaleTaskCount(
            EnableScalingProps.builder()
                .minCapacity(configuration.size().minTasks())
                .maxCapacity(configuration.size().maxTasks())
                .build());
    take("Programs", balancer.programs, tasks);
    take("People", balancer.people, tasks);
    tasks.scaleOnCpuUtilization(
        "Cpu",
        CpuUtilizationScalingProps.builder()
            .targetUtilizationPercent(60)
            .scaleOutCooldown(SOON)
            .scaleInCooldown(LATE)
            .build());
  }

  private void take(String id, ApplicationTargetGroup group, ScalableTaskCount tasks) {
    group.addTarget(
        service.loadBalancerTarget(
            LoadBalancerTargetOptions.builder()
                .containerName(CONTAINER)
                .containerPort(PORT)
                .build()));
    tasks.scaleOnRequestCount(
        id + "Requests",
        RequestCountScalingProps.builder()
            .targetGroup(group)
            .requestsPerTarget(configuration.size().requests())
            .scaleOutCooldown(SOON)
            .scaleInCooldown(LATE)
            .build());
  }
}
