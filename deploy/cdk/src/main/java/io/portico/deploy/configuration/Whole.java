package io.portico.deploy.configuration;

import java.util.List;

/** What one section must not say beside another. */
final class Whole {
  private Whole() {}

  static void check(PorticoConfiguration configuration, Section root) {
    something(configuration, root);
    hosts(configuration, root);
    regions(configuration, root);
    accounts(configuration, root);
    entrance(configuration, root);
  }

  private static void something(PorticoConfiguration configuration, Section root) {
    if (configuration.mlflow().isEmpty() && configuration.apiDocumentation().isEmpty()) {
      root.mistake("mlflow", "is missing, and so is api-documentation: the portal needs one");
    }
  }

  private static void hosts(PorticoConfiguration configuration, Section root) {
    List<String> hosts = configuration.hosts();
    if (hosts.size() > 1 && hosts.get(0).equals(hosts.get(1))) {
      root.mistake("mlflow.host", "must be another host than portal.host");
    }
    configuration
        .hostedZone()
        .ifPresent(
            zone ->
                hosts.stream()
                    .filter(host -> !host.isEmpty() && !zone.holds(host))
                    .forEach(
                        host ->
                            root.mistake(
                                "hosted-zone.name", "the zone cannot hold the host " + host)));
  }

  private static void regions(PorticoConfiguration configuration, Section root) {
    String here = ":" + configuration.region() + ":";
    if (!configuration.portal().certificateArn().contains(here)) {
      root.mistake("portal.certificate-arn", "a load balancer takes certificates of its region");
    }
    configuration
        .mlflow()
        .flatMap(Mlflow::certificateArn)
        .filter(arn -> !arn.contains(here))
        .ifPresent(
            arn ->
                root.mistake(
                    "mlflow.certificate-arn", "a load balancer takes certificates of its region"));
    if (configuration.network() instanceof Network.Existing existing
        && existing.zones().stream().anyMatch(zone -> !zone.startsWith(configuration.region()))) {
      root.mistake("network.existing.zones", "must be zones of region");
    }
  }

  /** Certificates are of the account that is deployed to: the only one that the file tells of. */
  private static void accounts(PorticoConfiguration configuration, Section root) {
    String here = account(configuration.portal().certificateArn());
    configuration.servers().stream()
        .filter(server -> !server.bringsRoles() && !account(server.arn()).equals(here))
        .filter(server -> !here.isEmpty() && !server.arn().isEmpty())
        .forEach(
            server ->
                root.mistake(
                    "mlflow.servers." + server.id() + ".role-arns",
                    "this server is of another account than the certificate: make roles there, and"
                        + " name them here"));
  }

  private static String account(String arn) {
    return arn.isEmpty() ? "" : arn.split(":")[4];
  }

  private static void entrance(PorticoConfiguration configuration, Section root) {
    if (configuration.cdn().isPresent()) {
      if (root.section("load-balancer").has("internet-facing")
          || root.section("load-balancer").has("from")) {
        root.mistake(
            "load-balancer",
            "with cdn the load balancer is internal and takes only CloudFront: leave out"
                + " internet-facing and from");
      }
    } else if (configuration.entrance().from().isEmpty()) {
      root.mistake("load-balancer.from", "name the networks that may reach it");
    }
    if (configuration.internetFacing()
        && configuration.network() instanceof Network.Existing existing
        && existing.publicSubnets().isEmpty()) {
      root.mistake(
          "network.existing.public-subnets", "an internet-facing load balancer needs them");
    }
  }
}
