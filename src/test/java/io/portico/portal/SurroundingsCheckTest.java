package io.portico.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SurroundingsCheckTest {
  private static List<String> missing(String provider, String database) {
    return new SurroundingsCheck(Optional.ofNullable(provider), Optional.ofNullable(database))
        .problems().stream().map(ConfigurationProblem::property).toList();
  }

  @Test
  void whatIsMissingIsNamed() {
    List<String> both = List.of("quarkus.oidc.auth-server-url", "quarkus.datasource.jdbc.url");
    assertEquals(both, missing(null, null));
    assertEquals(both, missing(SurroundingsCheck.NO_PROVIDER, null));
    assertEquals(
        List.of(), missing("https://sso.example.com", "jdbc:postgresql://db.example.com/portico"));
  }
}
