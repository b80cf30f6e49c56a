package io.portico.mlflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What deployments rely on: variables named as the properties are, dots and all. */
class MlflowConfigTest {
  private static MlflowConfig from(Map<String, String> variables) {
    return new SmallRyeConfigBuilder()
        .withSources(new EnvConfigSource(variables, 300))
        .addDiscoveredConverters()
        .withMapping(MlflowConfig.class)
        .build()
        .getConfigMapping(MlflowConfig.class);
  }

  @Test
  void groupsKeepTheirHyphensAndSlashes() {
    Map<String, String> variables = new HashMap<>();
    variables.put("PORTICO_MLFLOW_ORIGIN", "https://mlflow.example.com");
    variables.put("portico.mlflow.servers.churn-eu.arn", "arn");
    variables.put("portico.mlflow.servers.churn-eu.access.churn-team", "contributor");
    variables.put("portico.mlflow.servers.churn-eu.access.\"/company/data.leads\"", "manager");
    variables.put("portico.mlflow.servers.churn-eu.role-arns.viewer", "role");
    MlflowConfig config = from(variables);
    MlflowConfig.Server server = config.servers().get("churn-eu");
    assertEquals(Optional.of("https://mlflow.example.com"), config.origin());
    assertEquals(
        Map.of("churn-team", AccessLevel.CONTRIBUTOR, "/company/data.leads", AccessLevel.MANAGER),
        server.access());
    assertEquals(Map.of(AccessLevel.VIEWER, "role"), server.roleArns());
  }
}
