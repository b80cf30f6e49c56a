package io.portico.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.startup.ConfigurationProblem;
import io.portico.startup.Environment;
import io.portico.testsupport.FixedPortalConfig;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortalConfigurationCheckTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  private static List<String> problems(
      String origin, String secret, String embedder, Environment environment) {
    FixedPortalConfig config =
        new FixedPortalConfig(
            Optional.ofNullable(origin),
            Optional.ofNullable(secret),
            Optional.empty(),
            Optional.ofNullable(embedder).map(List::of));
    return new PortalConfigurationCheck(config, environment)
        .problems().stream().map(ConfigurationProblem::property).toList();
  }

  @Test
  void whatIsMissingIsNamed() {
    assertEquals(
        List.of("portico.portal.origin", "portico.portal.secret"),
        problems(null, null, null, Environment.PRODUCTION));
  }

  @Test
  void whatIsNotEncryptedIsForSandboxes() {
    assertEquals(
        List.of("portico.portal.origin", "portico.portal.embedded-in"),
        problems("http://p.example.com", SECRET, "http://i.example.com", Environment.PRODUCTION));
    assertEquals(
        List.of(),
        problems("http://p.example.com", SECRET, "http://i.example.com", Environment.SANDBOX));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0123456789abcdef0123456789abcde",
        "a-secret-for-a-developers-machine-and-no-other",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "changemechangemechangemechangeme"
      })
  void aSecretThatOthersFindIsRefused(String secret) {
    assertEquals(
        List.of("portico.portal.secret"),
        problems("https://p.example.com", secret, null, Environment.PRODUCTION));
  }

  @Test
  void aSecretDrawnAtRandomIsTaken() {
    assertTrue(problems("https://p.example.com", SECRET, null, Environment.PRODUCTION).isEmpty());
  }
}
