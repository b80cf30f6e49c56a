package io.portico.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.startup.ConfigurationProblem;
import io.portico.startup.Environment;
import io.portico.testsupport.FixedConfig;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInCheckTest {
  private static final Map<String, String> PROVIDER =
      Map.of(
          "quarkus.oidc.auth-server-url", "https://sso.example.com",
          "quarkus.oidc.client-id", "portico",
          "quarkus.oidc.credentials.secret", "s");

  private record Settings(
      Map<Role, Set<String>> roles,
      Set<String> audience,
      List<String> scopes,
      Duration freshSignIn,
      SignInTime signInTime)
      implements IdentityConfig {
    static Settings of(String maxAge, SignInTime time, String audience) {
      return new Settings(Map.of(), Set.of(audience), List.of(), Duration.parse(maxAge), time);
    }
  }

  private static final Settings GOOD = Settings.of("PT30M", SignInTime.AUTH_TIME, "portico-api");

  private static List<String> problems(
      Settings settings, Map<String, String> provider, Environment environment) {
    return new SignInCheck(settings, FixedConfig.of(provider), environment)
        .problems().stream().map(ConfigurationProblem::property).toList();
  }

  private static List<String> inProduction(Settings settings) {
    return problems(settings, PROVIDER, Environment.PRODUCTION);
  }

  private static Map<String, String> with(String property, String value) {
    Map<String, String> changed = new HashMap<>(PROVIDER);
    changed.put(property, value);
    return changed;
  }

  @Test
  void whatMakesSenseIsTaken() {
    assertEquals(List.of(), inProduction(Settings.of("PT1M", SignInTime.AUTH_TIME, "a")));
    assertEquals(
        List.of(),
        problems(
            Settings.of("PT30M", SignInTime.ISSUE_TIME, "any"), Map.of(), Environment.SANDBOX));
  }

  @Test
  void aProviderIsNeededWithASecretShared() {
    List<String> both = List.of("quarkus.oidc.auth-server-url", "quarkus.oidc.credentials.secret");
    assertEquals(both, problems(GOOD, Map.of(), Environment.PRODUCTION));
    // A default of Quarkus' own proves nothing.
    assertEquals(
        both,
        problems(
            GOOD, Map.of("quarkus.oidc.credentials.jwt.lifespan", "10"), Environment.PRODUCTION));
    assertEquals(
        both,
        problems(
            GOOD,
            Map.of("quarkus.oidc.auth-server-url", SignInCheck.NO_PROVIDER),
            Environment.PRODUCTION));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://sso.example.com", "HTTPS//sso.example.com", "sso.example.com", " "})
  void anAddressThatOthersCanAnswerIsRefused(String address) {
    assertEquals(
        List.of("quarkus.oidc.auth-server-url"),
        problems(GOOD, with("quarkus.oidc.auth-server-url", address), Environment.PRODUCTION));
  }

  @ParameterizedTest
  @CsvSource({
    "quarkus.oidc.jwks-path, http://sso.example.com/keys",
    "quarkus.oidc.token-path, HTTP://sso.example.com/token",
    "quarkus.oidc.end-session-path, http://sso.example.com/logout",
    "quarkus.oidc.end-session-path, 'https://{domain}/logout'",
    "quarkus.oidc.api.auth-server-url, http://sso.example.com",
  })
  void anEndpointThatOthersCanAnswerIsRefused(String property, String address) {
    assertEquals(
        List.of(property), problems(GOOD, with(property, address), Environment.PRODUCTION));
  }

  @Test
  void whatFollowsAnotherPropertyIsNamedThere() {
    Map<String, String> provider = new HashMap<>(PROVIDER);
    provider.put("quarkus.oidc.jwks-path", "http://sso.example.com/keys");
    provider.put("quarkus.oidc.api.jwks-path", "http://sso.example.com/keys");
    assertEquals(
        List.of("quarkus.oidc.jwks-path"), problems(GOOD, provider, Environment.PRODUCTION));
  }

  @ParameterizedTest
  @CsvSource({
    "quarkus.oidc.jwks-path, /keys",
    "quarkus.oidc.jwks-path, /keys:all",
    "quarkus.oidc.jwks-path, ''",
    "quarkus.oidc.end-session-path, https://sso.example.net/logout?realm=main",
    "quarkus.oidc.api.auth-server-url, https://sso.example.com",
  })
  void endpointsMayBePathsOrStandElsewhere(String property, String address) {
    assertEquals(List.of(), problems(GOOD, with(property, address), Environment.PRODUCTION));
  }

  @ParameterizedTest
  @ValueSource(strings = {"any", "portico", "portico-api,any"})
  void anAudienceOfOthersIsRefusedAtQuarkusOwnPropertyToo(String audience) {
    String property = "quarkus.oidc.api.token.audience";
    assertEquals(
        List.of(property), problems(GOOD, with(property, audience), Environment.PRODUCTION));
  }

  @ParameterizedTest
  @CsvSource({
    "quarkus.oidc.credentials.client-secret.value",
    "quarkus.oidc.credentials.jwt.key-file",
    "quarkus.oidc.credentials.jwt.token-path"
  })
  void everyWayOfAClientToProveItselfIsTaken(String property) {
    Map<String, String> provider = new HashMap<>(PROVIDER);
    provider.remove("quarkus.oidc.credentials.secret");
    provider.put(property, "x");
    assertEquals(List.of(), problems(GOOD, provider, Environment.PRODUCTION));
  }

  @Test
  void aDurationThatNoSignInCanMeetIsNamed() {
    List<String> tooShort = List.of("portico.identity.fresh-sign-in");
    assertEquals(tooShort, inProduction(Settings.of("PT59S", SignInTime.AUTH_TIME, "portico-api")));
    assertEquals(
        tooShort, inProduction(Settings.of("PT-30M", SignInTime.AUTH_TIME, "portico-api")));
  }

  @Test
  void theTimeOfIssueCountsInASandboxOnly() {
    assertEquals(
        List.of("portico.identity.sign-in-time"),
        inProduction(Settings.of("PT30M", SignInTime.ISSUE_TIME, "portico-api")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"any", "portico"})
  void anAudienceOfOthersIsRefused(String audience) {
    assertEquals(
        List.of("portico.identity.audience"),
        inProduction(Settings.of("PT30M", SignInTime.AUTH_TIME, audience)));
  }
}
