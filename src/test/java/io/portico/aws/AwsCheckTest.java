package io.portico.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.startup.ConfigurationProblem;
import io.portico.startup.Environment;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsCheckTest {
  private record Config(
      Optional<URI> endpoint,
      Optional<String> accessKeyId,
      Optional<String> secretAccessKey,
      Duration sessionDuration)
      implements AwsConfig {
    static Config of(String endpoint, String id, String secret, String duration) {
      return new Config(
          Optional.ofNullable(endpoint).map(URI::create),
          Optional.ofNullable(id),
          Optional.ofNullable(secret),
          Duration.parse(duration));
    }
  }

  private static List<String> problems(Config config, Environment environment) {
    return new AwsCheck(config, environment)
        .problems().stream().map(ConfigurationProblem::property).toList();
  }

  private static List<String> inProduction(Config config) {
    return problems(config, Environment.PRODUCTION);
  }

  @Test
  void whatMakesSenseIsTaken() {
    assertEquals(List.of(), inProduction(Config.of(null, null, null, "PT1H")));
    assertEquals(List.of(), inProduction(Config.of("https://vpce", "AKID", "secret", "PT15M")));
    assertEquals(List.of(), inProduction(Config.of(null, null, null, "PT12H")));
  }

  @Test
  void halfAKeyIsNamed() {
    assertEquals(
        List.of("portico.aws.secret-access-key"),
        inProduction(Config.of(null, "AKID", null, "PT1H")));
    assertEquals(
        List.of("portico.aws.access-key-id"),
        inProduction(Config.of(null, null, "secret", "PT1H")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT14M59S", "PT12H1S", "PT0S", "PT-1H"})
  void whatStsRefusesIsNamed(String duration) {
    assertEquals(
        List.of("portico.aws.session-duration"),
        inProduction(Config.of(null, null, null, duration)));
  }

  @Test
  void secretKeysDoNotTravelInClear() {
    Config clear = Config.of("http://sts.example.com", null, null, "PT1H");
    assertEquals(List.of("portico.aws.endpoint"), inProduction(clear));
    assertEquals(List.of(), problems(clear, Environment.SANDBOX));
  }
}
