package io.portico.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.testsupport.FixedConfig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnsafeSettingsTest {
  private static List<String> problems(Map<String, String> properties, Environment environment) {
    return new UnsafeSettings(FixedConfig.of(properties), environment)
        .problems().stream().map(ConfigurationProblem::property).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "quarkus.oidc.authentication.pkce-required, false",
    "quarkus.oidc.authentication.pkce-required, FALSE",
    "quarkus.oidc.authentication.nonce-required, false",
    "quarkus.oidc.authentication.cookie-force-secure, false",
    "quarkus.rest-csrf.cookie-force-secure, false",
    "quarkus.rest-csrf.enabled, false",
    "quarkus.rest-csrf.verify-token, false",
    "quarkus.oidc.token-state-manager.encryption-required, false",
    "quarkus.oidc.tls.verification, none",
    "quarkus.oidc.tls.verification, certificate-validation",
    "quarkus.oidc.api.tls.verification, NONE",
    "quarkus.tls.trust-all, true",
    "quarkus.tls.company.trust-all, true",
    "'quarkus.tls.\"company.ca\".trust-all', True",
    "quarkus.tls.company.hostname-verification-algorithm, NONE",
    "quarkus.http.cors.enabled, true",
    "quarkus.http.cors, true",
  })
  void whatTakesAProtectionAwayIsRefusedInProduction(String property, String value) {
    assertEquals(List.of(property), problems(Map.of(property, value), Environment.PRODUCTION));
    assertEquals(List.of(), problems(Map.of(property, value), Environment.SANDBOX));
  }

  @Test
  void whatKeepsItIsTaken() {
    Map<String, String> safe =
        Map.of(
            "quarkus.oidc.authentication.pkce-required", "true",
            "quarkus.oidc.tls.verification", "required",
            "quarkus.oidc.tls.tls-configuration-name", "company",
            "quarkus.tls.company.trust-all", "false",
            "quarkus.tls.company.hostname-verification-algorithm", "HTTPS",
            "quarkus.http.cors.enabled", "false");
    assertEquals(List.of(), problems(safe, Environment.PRODUCTION));
  }

  @Test
  void allAreNamedAtOnce() {
    Map<String, String> two =
        Map.of("quarkus.tls.trust-all", "true", "quarkus.http.cors.enabled", "true");
    assertEquals(
        List.of("quarkus.http.cors.enabled", "quarkus.tls.trust-all"),
        problems(two, Environment.PRODUCTION));
  }
}
