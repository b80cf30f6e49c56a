package io.portico.deploy;

import io.portico.deploy.configuration.Mlflow;
import io.portico.deploy.configuration.PorticoConfiguration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.elasticloadbalancingv2.AddApplicationTargetGroupsProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.DesyncMitigationMode;
import software.amazon.awscdk.services.elasticloadbalancingv2.FixedResponseOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCondition;
import software.amazon.awscdk.services.elasticloadbalancingv2.SslPolicy;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetGroupLoadBalancingAlgorithmType;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;

/**
 * The way in: one HTTPS listener, two host names, two target groups on one service. There is no
 * port 80: browsers try HTTPS by themselves, and a program that does not has sent its token by
 * then.
 */
final class LoadBalancer {
  /** What programs call, a rule each: a rule holds five values at most, the host among them. */
  private static final List<List<String>> PROGRAMS =
      List.of(
          List.of("/api", "/api/*", "/mcp"),
          List.of("/docs", "/docs/*", "/.well-known/*", "/llms.txt"));

  /**
   * More than CloudFront's 60 s, less than the portal's 120 s: who closes is never the one behind.
   */
  private static final Duration IDLE = Duration.seconds(75);

  /** As long as a task may take to stop, so that a long transfer can end. */
  private static final Duration DEREGISTRATION = Duration.seconds(120);

  final ApplicationLoadBalancer balancer;
  final ApplicationTargetGroup programs;
  final ApplicationTargetGroup people;
  private final ServiceStack stack;
  private final PorticoConfiguration configuration;

  LoadBalancer(ServiceStack stack, PorticoConfiguration configuration, DataStack data) {
    this.stack = stack;
    this.configuration = configuration;
    balancer = balancer(data);
    programs =
        targetGroup("Programs", data)
            .loadBalancingAlgorithmType(
                TargetGroupLoadBalancingAlgorithmType.LEAST_OUTSTANDING_REQUESTS)
            .build();
    people =
        targetGroup("People", data)
            .loadBalancingAlgorithmType(TargetGroupLoadBalancingAlgorithmType.WEIGHTED_RANDOM)
            .enableAnomalyMitigation(true)
            .build();
    rules(listener());
  }

  private ApplicationLoadBalancer balancer(DataStack data) {
    boolean internetFacing = configuration.internetFacing();
    ApplicationLoadBalancer balancer =
        ApplicationLoadBalancer.Builder.create(stack, "LoadBalancer")
            .vpc(data.vpc)
            .vpcSubnets(
                SubnetSelection.builder()
                    .subnetType(internetFacing ? SubnetType.PUBLIC : SubnetType.PRIVATE_WITH_EGRESS)
                    .build())
            .internetFacing(internetFacing)
            .securityGroup(data.groups.balancer)
            .idleTimeout(IDLE)
            .desyncMitigationMode(DesyncMitigationMode.STRICTEST)
            .dropInvalidHeaderFields(true)
            .deletionProtection(configuration.keepData())
            .build();
    balancer.logAccessLogs(Logs.bucket(stack, "LoadBalancerLogs", configuration));
    return balancer;
  }

  private ApplicationTargetGroup.Builder targetGroup(String id, DataStack data) {
    return ApplicationTargetGroup.Builder.create(stack, id)
        .vpc(data.vpc)
        .targetType(TargetType.IP)
        .protocol(ApplicationProtocol.HTTP)
        .port(PortalService.PORT)
        .deregistrationDelay(DEREGISTRATION)
        .healthCheck(
            HealthCheck.builder()
                .port(String.valueOf(PortalService.MANAGEMENT_PORT))
                .path("/q/health/ready")
                .healthyHttpCodes("200")
                .interval(Duration.seconds(10))
                .timeout(Duration.seconds(5))
                .healthyThresholdCount(2)
                .unhealthyThresholdCount(3)
                .build());
  }

  private ApplicationListener listener() {
    List<ListenerCertificate> certificates = new ArrayList<>();
    certificates.add(ListenerCertificate.fromArn(configuration.portal().certificateArn()));
    configuration
        .mlflow()
        .flatMap(Mlflow::certificateArn)
        .ifPresent(arn -> certificates.add(ListenerCertificate.fromArn(arn)));
    return balancer.addListener(
        "Https",
        BaseApplicationListenerProps.builder()
            .port(443)
            .protocol(ApplicationProtocol.HTTPS)
            .sslPolicy(SslPolicy.TLS13_RES)
            .certificates(certificates)
            .open(false)
            .defaultAction(
                ListenerAction.fixedResponse(
                    404,
                    FixedResponseOptions.builder()
                        .contentType("text/plain")
                        .messageBody("Nothing is here.\n")
                        .build()))
            .build());
  }

  private void rules(ApplicationListener listener) {
    ListenerCondition portal =
        ListenerCondition.hostHeaders(List.of(configuration.portal().host()));
    int priority = 10;
    for (List<String> paths : PROGRAMS) {
      rule(
          listener,
          "Programs" + priority,
          priority,
          programs,
          List.of(portal, ListenerCondition.pathPatterns(paths)));
      priority += 10;
    }
    rule(
        listener,
        "People",
        100,
        people,
        List.of(ListenerCondition.hostHeaders(configuration.hosts())));
  }

  private static void rule(
      ApplicationListener listener,
      String id,
      int priority,
      ApplicationTargetGroup group,
      List<ListenerCondition> conditions) {
    listener.addTargetGroups(
        id,
        AddApplicationTargetGroupsProps.builder()
            .priority(priority)
            .conditions(conditions)
            .targetGroups(List.of(group))
            .build());
  }
}
