package io.portico.deploy;

import io.portico.deploy.configuration.Cdn;
import io.portico.deploy.configuration.PorticoConfiguration;
import java.net.URI;
import java.util.List;
import java.util.TreeSet;
import software.amazon.awscdk.services.ec2.IPeer;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;

/** Who reaches whom: people the load balancer, it the tasks, they the database and the outside. */
final class SecurityGroups {
  private static final int HTTPS = 443;

  final SecurityGroup balancer;
  final SecurityGroup tasks;
  private final PorticoConfiguration configuration;

  SecurityGroups(DataStack stack, PorticoConfiguration configuration, IVpc vpc) {
    this.configuration = configuration;
    balancer = group(stack, "Balancer", "Portico: load balancer", vpc);
    tasks = group(stack, "Tasks", "Portico: tasks", vpc);
    from().forEach(peer -> balancer.addIngressRule(peer, Port.tcp(HTTPS), "people and programs"));
    for (int port : List.of(PortalService.PORT, PortalService.MANAGEMENT_PORT)) {
      balancer.addEgressRule(tasks, Port.tcp(port), "tasks");
      tasks.addIngressRule(balancer, Port.tcp(port), "load balancer");
    }
    outside().forEach(port -> tasks.addEgressRule(Peer.anyIpv4(), Port.tcp(port), "outside"));
    Accepted.finding(
        balancer,
        "EC23",
        "A portal on the internet is for the internet; load-balancer.from narrows it down");
  }

  private static SecurityGroup group(DataStack stack, String id, String description, IVpc vpc) {
    return SecurityGroup.Builder.create(stack, id)
        .vpc(vpc)
        .description(description)
        .allowAllOutbound(false)
        .build();
  }

  private List<IPeer> from() {
    return configuration
        .cdn()
        .map(Cdn::prefixList)
        .map(list -> List.of(Peer.prefixList(list)))
        .orElseGet(() -> configuration.entrance().from().stream().map(Peer::ipv4).toList());
  }

  /** AWS, the identity provider, and a collector of traces. */
  private TreeSet<Integer> outside() {
    TreeSet<Integer> ports = new TreeSet<>(List.of(HTTPS, configuration.signIn().port()));
    configuration.collector().map(URI::create).map(URI::getPort).ifPresent(ports::add);
    return ports;
  }
}
