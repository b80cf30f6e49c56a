package io.portico.deploy;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.services.s3.Bucket;

/**
 * cdk-nag's AwsSolutions: a finding without a reason ends the synthesis, and so every other test.
 */
class NagTest {
  @Test
  void aFindingEndsTheSynthesis() {
    App app = PorticoApp.app(AppProps.builder().outdir("target/assemblies/found"));
    ServiceStack stack = PorticoApp.build(app, Synthesised.EXISTING.configuration());
    Bucket.Builder.create(stack, "Careless").build();
    RuntimeException found = assertThrows(RuntimeException.class, app::synth);
    assertTrue(found.getMessage().contains("Validation"), found.getMessage());
  }
}
