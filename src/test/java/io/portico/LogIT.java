package io.portico;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all other tests left in the log, where they let everybody say everything. */
@Tag("log")
class LogIT {
  private static final Path DIRECTORY = Path.of("target/log-of-tests");

  private static List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      for (Path file : files.toList()) {
        lines.addAll(Files.readAllLines(file, UTF_8));
      }
    }
    return lines;
  }

  @Test
  @Holds(Promise.NO_SECRET_IS_LOGGED)
  void noLogHoldsASecret() throws IOException {
    assertEquals(List.of(), Secret.allIn(lines().stream()).stream().limit(20).toList());
  }

  @ParameterizedTest
  @EnumSource(Secret.class)
  void aSecretWouldBeFound(Secret secret) {
    assertTrue(secret.isIn("2026-01-01 DEBUG [io.portico] " + secret.sample() + " and so on"));
  }

  /** The code challenge that a sign-in had by chance; it is public (RFC 7636, 4.2). */
  @Test
  void aChallengeIsNoToken() {
    assertFalse(
        Secret.JWT_OR_JWE.isIn("code_challenge=y52TtszsgXL88Z3lLE5WSgeyJ3U8O718brRDEFl2Yak&"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INFO  [io.quarkus] (main) portico",
        "DEBUG [io.quarkus.vertx.http",
        "DEBUG [io.quarkus.csrf",
        "[io.portico.portal."
      })
  void theTestsDidLog(String known) throws IOException {
    assertTrue(lines().stream().anyMatch(line -> line.contains(known)), known);
  }

  /** Journeys of people bring no trouble to the lanes. */
  @Test
  @Tag("units")
  void theLanesDidLog() throws IOException {
    assertTrue(lines().stream().anyMatch(line -> line.contains("[io.portico.mlflow.proxy.")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"io.quarkus.oidc", "software.amazon.awssdk", "sun.net.www"})
  void whoeverWritesSecretsIsHeldToItsLevel(String category) throws IOException {
    assertEquals(
        List.of(),
        lines().stream()
            .filter(
                line -> line.matches("\\S+ \\S+ (DEBUG|FINE|TRACE|FINER) +\\[" + category + ".*"))
            .toList());
  }
}
