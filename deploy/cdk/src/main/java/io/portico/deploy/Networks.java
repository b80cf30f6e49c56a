package io.portico.deploy;

import io.portico.deploy.configuration.Network;
import io.portico.deploy.configuration.PorticoConfiguration;
import java.util.List;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.FlowLogTrafficType;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.IpAddresses;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;

/** A VPC, made or given. */
final class Networks {
  private Networks() {}

  static IVpc of(DataStack stack, PorticoConfiguration configuration) {
    return configuration.network() instanceof Network.Existing existing
        ? existing(stack, existing)
        : ofItsOwn(stack, configuration, (Network.OfItsOwn) configuration.network());
  }

  private static IVpc existing(DataStack stack, Network.Existing existing) {
    VpcAttributes.Builder attributes =
        VpcAttributes.builder()
            .vpcId(existing.vpcId())
            .availabilityZones(existing.zones())
            .privateSubnetIds(existing.privateSubnets());
    if (!existing.publicSubnets().isEmpty()) {
      attributes.publicSubnetIds(existing.publicSubnets());
    }
    if (!existing.databaseSubnets().isEmpty()) {
      attributes.isolatedSubnetIds(existing.databaseSubnets());
    }
    return Vpc.fromVpcAttributes(stack, "Network", attributes.build());
  }

  private static IVpc ofItsOwn(
      DataStack stack, PorticoConfiguration configuration, Network.OfItsOwn network) {
    Vpc vpc =
        Vpc.Builder.create(stack, "Network")
            .ipAddresses(IpAddresses.cidr(network.cidr()))
            .maxAzs(2)
            .natGateways(network.natGateways())
            .subnetConfiguration(
                List.of(
                    subnets("public", SubnetType.PUBLIC, 24),
                    subnets("private", SubnetType.PRIVATE_WITH_EGRESS, 22),
                    subnets("database", SubnetType.PRIVATE_ISOLATED, 24)))
            .build();
    vpc.addFlowLog(
        "Refused",
        FlowLogOptions.builder()
            .trafficType(FlowLogTrafficType.REJECT)
            .destination(
                FlowLogDestination.toCloudWatchLogs(
                    Logs.group(stack, "RefusedTraffic", configuration)))
            .build());
    return vpc;
  }

  private static SubnetConfiguration subnets(String name, SubnetType type, int mask) {
    return SubnetConfiguration.builder().name(name).subnetType(type).cidrMask(mask).build();
  }
}
