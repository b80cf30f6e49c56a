package io.portico.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.testsupport.FixedConfig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PurposeCheckTest {
  private static int problems(String property) {
    return new PurposeCheck(FixedConfig.of(Map.of(property, "x"))).problems().size();
  }

  @Test
  void aPortalLeadsSomewhere() {
    assertEquals(0, problems("portico.mlflow.servers.churn.arn"));
    assertEquals(0, problems("portico.apidocs.access.writers.editor"));
    assertEquals(2, problems("portico.apidocs.region"));
    assertEquals(2, problems("portico.mlflow.origin"));
  }

  @Test
  void bothWaysOutAreNamed() {
    assertEquals(
        List.of("portico.mlflow.servers.<id>.arn", "portico.apidocs.access.<group>.<role>"),
        new PurposeCheck(FixedConfig.of(Map.of()))
            .problems().stream().map(ConfigurationProblem::property).toList());
  }
}
