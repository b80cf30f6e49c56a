package io.portico.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.testsupport.FixedConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnsafeSettingsTest {
  /** What application.properties sets in the profile prod. */
  private static final Map<String, String> PROTECTIONS =
      Map.of(
          "quarkus.oidc.authentication.pkce-required", "true",
          "quarkus.oidc.authentication.nonce-required", "true",
          "quarkus.oidc.authentication.cookie-force-secure", "true",
          "quarkus.rest-csrf.cookie-force-secure", "true");

  private static List<String> problems(Map<String, String> changed, Environment environment) {
    Map<String, String> properties = new HashMap<>(PROTECTIONS);
    properties.putAll(changed);
    return new UnsafeSettings(FixedConfig.of(properties), environment)
        .problems().stream().map(ConfigurationProblem::property).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "quarkus.oidc.authentication.pkce-required, false",
    "quarkus.oidc.authentication.pkce-required, FALSE",
    "quarkus.oidc.authentication.pkce-required, no",
    "quarkus.oidc.authentication.pkce-required, ''",
    "quarkus.oidc.authentication.nonce-required, false",
    "quarkus.oidc.authentication.cookie-force-secure, false",
    "quarkus.rest-csrf.cookie-force-secure, false",
    "quarkus.rest-csrf.cookie-force-secure, ' '",
    "quarkus.rest-csrf.enabled, false",
    "quarkus.rest-csrf.verify-token, false",
    "quarkus.oidc.token-state-manager.encryption-required, false",
    "quarkus.oidc.token-state-manager.encryption-required, 0",
    "quarkus.oidc.authentication.cookie-same-site, None",
    "quarkus.oidc.token.issuer, any",
    "quarkus.oidc.api.token.issuer, any",
    "quarkus.oidc.tls.verification, none",
    "quarkus.oidc.tls.verification, certificate-validation",
    "quarkus.oidc.api.tls.verification, NONE",
    "quarkus.tls.trust-all, true",
    "quarkus.tls.trust-all, yes",
    "quarkus.tls.company.trust-all, true",
    "quarkus.tls.company.trust-all, 1",
    "'quarkus.tls.\"company.ca\".trust-all', True",
    "quarkus.tls.company.hostname-verification-algorithm, NONE",
    "quarkus.http.cors.enabled, true",
    "quarkus.http.cors, true",
    "quarkus.http.cors.enabled, on",
  })
  void whatTakesAProtectionAwayIsRefusedInProduction(String property, String value) {
    assertEquals(List.of(property), problems(Map.of(property, value), Environment.PRODUCTION));
    assertEquals(List.of(), problems(Map.of(property, value), Environment.SANDBOX));
  }

  @Test
  void whatQuarkusLeavesOffIsMissedInAProfileOfOnesOwn() {
    assertEquals(
        PROTECTIONS.keySet(),
        new UnsafeSettings(FixedConfig.of(Map.of()), Environment.PRODUCTION)
            .problems().stream().map(ConfigurationProblem::property).collect(Collectors.toSet()));
  }

  @Test
  void whatKeepsItIsTaken() {
    Map<String, String> safe =
        Map.of(
            "quarkus.oidc.authentication.pkce-required", "TRUE",
            "quarkus.oidc.authentication.cookie-same-site", "lax",
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
