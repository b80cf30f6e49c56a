package io.portico.deploy;

import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.Validations;
import software.constructs.IConstruct;

/** Findings of cdk-nag that stay, each with its reason. */
final class Accepted {
  private Accepted() {}

  static void finding(IConstruct construct, String rule, String reason) {
    Validations.of(construct)
        .acknowledge(Acknowledgment.builder().id("AwsSolutions-" + rule).reason(reason).build());
  }
}
