package io.portico.deploy;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;

/** What a deployment tells its operator. */
final class Outputs {
  private Outputs() {}

  static void add(Stack stack, String key, String value, String description) {
    CfnOutput.Builder.create(stack, key + "Output")
        .key(key)
        .value(value)
        .description(description)
        .build();
  }
}
