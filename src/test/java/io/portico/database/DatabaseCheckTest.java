package io.portico.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.startup.ConfigurationProblem;
import io.portico.startup.Environment;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseCheckTest {
  private static final String URL = "jdbc:postgresql://db.example.com/portico";

  private static List<String> problems(String url, String user, String password, Environment in) {
    return new DatabaseCheck(
            Optional.ofNullable(url), Optional.ofNullable(user), Optional.ofNullable(password), in)
        .problems().stream().map(ConfigurationProblem::property).toList();
  }

  @Test
  void whatIsMissingIsNamed() {
    assertEquals(
        List.of(
            "quarkus.datasource.jdbc.url",
            "quarkus.datasource.username",
            "quarkus.datasource.password"),
        problems(null, null, null, Environment.PRODUCTION));
  }

  @Test
  void aConnectionInClearIsADecision() {
    assertEquals(
        List.of("quarkus.datasource.jdbc.url"),
        problems(URL, "portico", "secret", Environment.PRODUCTION));
    assertEquals(List.of(), problems(URL, "portico", "secret", Environment.SANDBOX));
  }

  @ParameterizedTest
  @ValueSource(strings = {"?sslmode=verify-full", "?a=b&sslmode=disable", "?sslmode=require"})
  void whatSomebodyDecidedIsTaken(String parameters) {
    assertEquals(
        List.of(), problems(URL + parameters, "portico", "secret", Environment.PRODUCTION));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"?sslmode=prefer", "?sslmode=allow&a=b", "?sslmode=", "?a=sslmode=disable"})
  void whatLeavesItToTheNetworkIsNoDecision(String parameters) {
    assertEquals(
        List.of("quarkus.datasource.jdbc.url"),
        problems(URL + parameters, "portico", "secret", Environment.PRODUCTION));
  }

  @Test
  void aClientCertificateNeedsNoPassword() {
    String url = URL + "?sslmode=verify-full&sslcert=/client.pem";
    assertEquals(List.of(), problems(url, "portico", null, Environment.PRODUCTION));
  }
}
