package io.portico.deploy;

import io.portico.deploy.configuration.PorticoConfiguration;
import java.util.Optional;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.route53.ARecord;
import software.amazon.awscdk.services.route53.HostedZone;
import software.amazon.awscdk.services.route53.HostedZoneAttributes;
import software.amazon.awscdk.services.route53.IAliasRecordTarget;
import software.amazon.awscdk.services.route53.IHostedZone;
import software.amazon.awscdk.services.route53.RecordTarget;
import software.amazon.awscdk.services.route53.targets.CloudFrontTarget;
import software.amazon.awscdk.services.route53.targets.LoadBalancerTarget;
import software.constructs.Construct;

/** What can be replaced: whoever deletes it deletes no data. */
final class ServiceStack extends Stack {
  private final PorticoConfiguration configuration;
  private final DataStack data;

  ServiceStack(
      Construct scope,
      String id,
      StackProps props,
      PorticoConfiguration configuration,
      DataStack data) {
    super(scope, id, props);
    this.configuration = configuration;
    this.data = data;
    PortalRoles roles = new PortalRoles(this, configuration);
    PortalService service = new PortalService(this, configuration, data, roles);
    LoadBalancer balancer = new LoadBalancer(this, configuration, data);
    service.behind(balancer);
    Firewall firewall = new Firewall(this, configuration, balancer);
    Optional<Distributions> cdn =
        configuration.cdn().map(c -> new Distributions(this, configuration, c, balancer));
    hosts(balancer, cdn);
    new Watch(this, configuration, data, service, balancer, firewall);
    outputs(roles, service, balancer, cdn);
  }

  private void hosts(LoadBalancer balancer, Optional<Distributions> cdn) {
    IAliasRecordTarget target =
        cdn.<IAliasRecordTarget>map(c -> new CloudFrontTarget(c.distribution))
            .orElseGet(() -> new LoadBalancerTarget(balancer.balancer));
    configuration
        .hostedZone()
        .ifPresent(
            zone -> {
              IHostedZone hosted =
                  HostedZone.fromHostedZoneAttributes(
                      this,
                      "HostedZone",
                      HostedZoneAttributes.builder()
                          .hostedZoneId(zone.id())
                          .zoneName(zone.name())
                          .build());
              int number = 0;
              for (String host : configuration.hosts()) {
                ARecord.Builder.create(this, number++ == 0 ? "PortalHost" : "MlflowHost")
                    .zone(hosted)
                    .recordName(host + ".")
                    .target(RecordTarget.fromAlias(target))
                    .build();
              }
            });
  }

  private void outputs(
      PortalRoles roles,
      PortalService service,
      LoadBalancer balancer,
      Optional<Distributions> cdn) {
    String origin = configuration.portal().origin();
    Outputs.add(this, "Portal", origin + "/app", "where people sign in");
    Outputs.add(
        this,
        "RedirectUri",
        origin + "/app/signed-in",
        "to be registered at the identity provider");
    Outputs.add(
        this,
        "PostLogoutRedirectUri",
        origin + "/signed-out",
        "to be registered at the identity provider");
    Outputs.add(
        this,
        "PointHostsTo",
        cdn.map(c -> c.distribution.getDistributionDomainName())
            .orElseGet(balancer.balancer::getLoadBalancerDnsName),
        "what the host names must lead to, unless hosted-zone is given");
    Outputs.add(
        this, "TaskRole", roles.task.getRoleArn(), "whom roles of other accounts must trust");
    Outputs.add(this, "Cluster", service.cluster.getClusterName(), "of ECS");
    Outputs.add(this, "Service", service.service.getServiceName(), "of ECS");
    Outputs.add(this, "LogGroup", service.logs.getLogGroupName(), "what the portal writes");
  }
}
