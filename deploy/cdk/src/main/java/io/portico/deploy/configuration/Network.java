package io.portico.deploy.configuration;

import java.util.List;

/** Where it all runs. */
public sealed interface Network {
  /**
   * A VPC of its own over two zones.
   *
   * @param natGateways ways out to the identity provider; two, so that a zone's end leaves one
   * @param awsEndpoints whether the AWS services are reached without leaving the VPC
   * @param sageMakerEndpoints the same for SageMaker and MLflow
   */
  record OfItsOwn(String cidr, int natGateways, boolean awsEndpoints, boolean sageMakerEndpoints)
      implements Network {}

  /** A VPC that exists already; nothing is looked up, so everything is named. */
  record Existing(
      String vpcId,
      List<String> zones,
      List<String> publicSubnets,
      List<String> privateSubnets,
      List<String> databaseSubnets)
      implements Network {}

  static Network read(Section section) {
    return section.has("existing")
        ? existing(section.section("existing"))
        : new OfItsOwn(
            section.text("cidr", Form.CIDR).orElse("10.0.0.0/16"),
            section.number("nat-gateways", 2, 1, 2),
            section.flag("aws-endpoints", false),
            section.flag("sagemaker-endpoints", false));
  }

  private static Network existing(Section section) {
    Existing existing =
        new Existing(
            section.required("vpc-id", Form.VPC),
            section.texts("zones", Form.ZONE),
            section.texts("public-subnets", Form.SUBNET),
            section.texts("private-subnets", Form.SUBNET),
            section.texts("database-subnets", Form.SUBNET));
    if (existing.zones.size() < 2) {
      section.mistake("zones", "name two availability zones or more");
    }
    oneOfEachZone(section, "private-subnets", existing.privateSubnets, existing.zones);
    if (!existing.publicSubnets.isEmpty()) {
      oneOfEachZone(section, "public-subnets", existing.publicSubnets, existing.zones);
    }
    if (!existing.databaseSubnets.isEmpty()) {
      oneOfEachZone(section, "database-subnets", existing.databaseSubnets, existing.zones);
    }
    return existing;
  }

  private static void oneOfEachZone(
      Section section, String key, List<String> subnets, List<String> zones) {
    if (subnets.size() != zones.size()) {
      section.mistake(key, "name one subnet of each zone, in the order of zones");
    }
  }
}
