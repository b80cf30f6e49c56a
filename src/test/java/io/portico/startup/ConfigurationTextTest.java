package io.portico.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;

class ConfigurationTextTest {
  private static final String LEADS = "portico.mlflow.servers.churn.access.\"/company/Data.Leads\"";

  private static SmallRyeConfig config(ConfigSource... sources) {
    return new SmallRyeConfigBuilder().withSources(sources).build();
  }

  private static ConfigSource variables(Map<String, String> variables) {
    return new EnvConfigSource(variables, 300);
  }

  private static List<String> twins(SmallRyeConfig config) {
    return new TwinNames(config).problems().stream().map(ConfigurationProblem::property).toList();
  }

  @Test
  void itSaysWhatAFileWouldSay() {
    SmallRyeConfig config =
        config(
            new ConfigurationText(
                "# a comment\n"
                    + "portico.portal.contact = the team \\\n  of the portal\n"
                    + LEADS
                    + "=manager\n"
                    + "portico.mlflow.servers.churn.access.\"two\\ words\\:\"=viewer\n"));
    assertEquals(
        "the team of the portal", config.getConfigValue("portico.portal.contact").getValue());
    assertEquals("manager", config.getConfigValue(LEADS).getValue());
    assertEquals(
        "viewer",
        config.getConfigValue("portico.mlflow.servers.churn.access.\"two words:\"").getValue());
    assertEquals(List.of(), twins(config));
  }

  @Test
  void variablesOfSinglePropertiesWin() {
    SmallRyeConfig config =
        config(
            new ConfigurationText("portico.portal.contact=text"),
            variables(Map.of("PORTICO_PORTAL_CONTACT", "variable")));
    assertEquals("variable", config.getConfigValue("portico.portal.contact").getValue());
  }

  @Test
  void aVariableForAGroupWithCapitalsIsRefused() {
    assertEquals(List.of(LEADS), twins(config(variables(Map.of(LEADS, "manager")))));
    String team = "portico.mlflow.servers.churn.access.churn-team";
    assertEquals(List.of(), twins(config(variables(Map.of(team, "viewer")))));
  }

  @Test
  void withoutTheVariableItIsEmpty() {
    assertTrue(new ConfigurationText("").getProperties().isEmpty());
  }
}
