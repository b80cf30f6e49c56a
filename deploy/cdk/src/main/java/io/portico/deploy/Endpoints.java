package io.portico.deploy;

import io.portico.deploy.configuration.Network;
import java.util.List;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpoint;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.IInterfaceVpcEndpointService;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpoint;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointService;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetSelection;

/** Ways to AWS that do not leave the VPC, for the tasks alone. */
final class Endpoints {
  private static final int HTTPS = 443;

  /** SageMaker's names for tracking servers and Apps. */
  private static final List<String> MLFLOW = List.of("experiments", "mlflow");

  private final DataStack stack;
  private final IVpc vpc;
  private final SecurityGroup group;

  private Endpoints(DataStack stack, IVpc vpc, SecurityGroup tasks) {
    this.stack = stack;
    this.vpc = vpc;
    group =
        SecurityGroup.Builder.create(stack, "Endpoints")
            .vpc(vpc)
            .description("Portico: endpoints of AWS")
            .allowAllOutbound(false)
            .build();
    group.addIngressRule(tasks, Port.tcp(HTTPS), "tasks");
  }

  static void of(DataStack stack, Network.OfItsOwn network, IVpc vpc, SecurityGroup tasks) {
    if (!network.awsEndpoints() && !network.sageMakerEndpoints()) {
      return;
    }
    Endpoints endpoints = new Endpoints(stack, vpc, tasks);
    if (network.awsEndpoints()) {
      endpoints.aws();
    }
    if (network.sageMakerEndpoints()) {
      endpoints.sageMaker();
    }
  }

  private void aws() {
    GatewayVpcEndpoint.Builder.create(stack, "S3Endpoint")
        .vpc(vpc)
        .service(GatewayVpcEndpointAwsService.S3)
        .build();
    to("Ecr", InterfaceVpcEndpointAwsService.ECR);
    to("EcrDocker", InterfaceVpcEndpointAwsService.ECR_DOCKER);
    to("Logs", InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS);
    to("Secrets", InterfaceVpcEndpointAwsService.SECRETS_MANAGER);
    to("Sts", InterfaceVpcEndpointAwsService.STS);
  }

  private void sageMaker() {
    to("SageMaker", InterfaceVpcEndpointAwsService.SAGEMAKER_API);
    MLFLOW.forEach(
        kind ->
            to(
                "SageMaker" + Names.capitalised(kind),
                new InterfaceVpcEndpointService(
                    "aws.sagemaker." + stack.getRegion() + "." + kind, HTTPS)));
  }

  private void to(String id, IInterfaceVpcEndpointService service) {
    InterfaceVpcEndpoint.Builder.create(stack, id + "Endpoint")
        .vpc(vpc)
        .service(service)
        .privateDnsEnabled(true)
        .open(false)
        .securityGroups(List.of(group))
        .subnets(SubnetSelection.builder().subnetGroupName("private").build())
        .build();
  }
}
