package io.portico.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.testsupport.Eventually;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that operators get, started as they start it. */
@Tag("production")
@Tag("units")
class ProductionStartIT {
  private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
  private static final Path PAGE = Path.of("docs/how-to/run-in-production.md");
  private static final String GATE = "io.portico.startup.StartupGate";
  private static final String MANAGEMENT = "http://127.0.0.1:9380";

  /** Of the first table. */
  private static final Pattern MUST_BE_SET = Pattern.compile("(?m)^\\| `([^`]+)` \\| [^|]*\\|$");

  @TempDir Path directory;

  private Process start(String configuration, String... properties) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(properties));
    command.addAll(List.of("-jar", JAR.toAbsolutePath().toString()));
    ProcessBuilder portal =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(directory.resolve("log").toFile())
            .redirectError(directory.resolve("error").toFile());
    portal.environment().put("PORTICO_CONFIGURATION", configuration);
    return portal.start();
  }

  private List<JsonObject> records() throws IOException {
    return Files.readAllLines(directory.resolve("log")).stream().map(JsonObject::new).toList();
  }

  private static Set<String> mustBeSet() throws IOException {
    return MUST_BE_SET
        .matcher(Files.readString(PAGE))
        .results()
        .map(row -> row.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void aStartWithNothingSetNamesAllThatThePageNames() throws Exception {
    Process portal = start("");
    assertTrue(portal.waitFor(60, TimeUnit.SECONDS));
    assertEquals(1, portal.exitValue());
    Set<String> named =
        records().stream()
            .filter(record -> record.getString("loggerName").equals(GATE))
            .filter(record -> record.getString("level").equals("ERROR"))
            .map(record -> record.getString("message").replaceAll(": .*", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(mustBeSet(), named);
    assertTrue(named.size() >= 9, named::toString);
  }

  @Test
  void aSandboxesProfileMakesNoSandboxOfTheProductionJar() throws Exception {
    Process portal =
        start("", "-Dquarkus.profile=prod,dev", "-Dportico.portal.origin=https://example.com");
    assertTrue(portal.waitFor(60, TimeUnit.SECONDS));
    assertEquals(1, portal.exitValue());
    assertTrue(
        records().stream()
            .anyMatch(
                record ->
                    record
                        .getString("message")
                        .startsWith("portico.portal.secret: is the one that everybody knows")));
  }

  @Test
  void aStartWithAllSetIsReadyWithoutItsNeighboursAndLogsJson() throws Exception {
    Process portal =
        start(
            """
            portico.mlflow.origin=https://mlflow.portal.example.com
            portico.mlflow.servers.churn.arn=arn:aws:sagemaker:eu-west-1:123456789012:mlflow-app/app-1
            portico.mlflow.servers.churn.endpoint=http://127.0.0.1:1
            portico.mlflow.servers.churn.access.Churn-Team=contributor
            """,
            "-Dquarkus.http.port=8380",
            "-Dquarkus.management.port=9380",
            "-Dquarkus.shutdown.delay=0S",
            "-Dportico.portal.origin=https://portal.example.com",
            "-Dportico.portal.secret=0123456789abcdef0123456789abcdef",
            "-Dquarkus.oidc.auth-server-url=https://127.0.0.1:1",
            "-Dquarkus.oidc.credentials.secret=secret",
            "-Dquarkus.datasource.jdbc.url=jdbc:postgresql://127.0.0.1:1/p?sslmode=verify-full",
            "-Dquarkus.datasource.username=portico",
            "-Dquarkus.datasource.password=secret",
            "-Dportico.aws.access-key-id=AKIDEXAMPLE",
            "-Dportico.aws.secret-access-key=secret");
    try {
      Eventually.equal(200, () -> status("/q/health/ready"));
      assertEquals(200, status("/q/health/live"));
      assertEquals(200, status("/q/metrics"));
    } finally {
      portal.destroy();
      assertTrue(portal.waitFor(60, TimeUnit.SECONDS));
    }
    Set<String> fields = Set.of("timestamp", "level", "loggerName", "message", "threadName");
    assertTrue(records().stream().allMatch(record -> record.fieldNames().containsAll(fields)));
    assertTrue(
        records().stream()
            .anyMatch(record -> record.getString("message").startsWith("The first call")));
  }

  private static int status(String path) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(MANAGEMENT + path)).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException notYet) {
      return 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
