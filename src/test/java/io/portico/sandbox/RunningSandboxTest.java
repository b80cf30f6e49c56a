package io.portico.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What stands behind the endpoint, in order of preference, and that all of it goes away again. */
@Timeout(60)
class RunningSandboxTest {

  private static final URI GIVEN = URI.create("http://127.0.0.1:5000");

  private final Vertx vertx = Vertx.vertx();
  @TempDir private Path bin;

  private record Config(
      int port,
      int identityPort,
      int databasePort,
      Optional<URI> mlflowUrl,
      boolean mlflowCommand,
      Duration mlflowPatience,
      Duration transition,
      boolean largeApi,
      boolean quotas)
      implements SandboxConfig {}

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theGivenMlflowComesFirst() throws IOException {
    command("exit 1");
    try (RunningSandbox sandbox =
        start(
            new Config(
                0, 0, 0, Optional.of(GIVEN), true, ofSeconds(9), ofSeconds(0), false, false))) {
      assertEquals(GIVEN, sandbox.mlflow().uri("churn"));
      assertEquals(GIVEN, sandbox.mlflow().uri("forecasting"));
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theCommandComesNextAndIsStopped() throws IOException {
    command(
        "exec %s/bin/java -cp '%s' %s \"$@\""
            .formatted(
                System.getProperty("java.home"),
                System.getProperty("java.class.path"),
                FakeMlflow.class.getName()));
    URI mlflow;
    try (RunningSandbox sandbox = start(withCommand(ofSeconds(30)))) {
      assertInstanceOf(MlflowProcess.class, sandbox.mlflow());
      mlflow = sandbox.mlflow().uri("churn");
      assertEquals(mlflow, sandbox.mlflow().uri("forecasting"));
      new Socket(mlflow.getHost(), mlflow.getPort()).close();
    }
    assertThrows(ConnectException.class, () -> new Socket(mlflow.getHost(), mlflow.getPort()));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aCommandThatFailsIsReplacedAtOnce() throws IOException {
    command("echo no database; exit 1");
    try (RunningSandbox sandbox = start(withCommand(ofSeconds(30)))) {
      assertInstanceOf(DemoServers.class, sandbox.mlflow());
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aCommandThatDoesNotAnswerIsStoppedAndReplaced() throws IOException {
    Path pid = bin.resolve("pid");
    command("echo $$ > '%s'; exec sleep 60".formatted(pid));
    try (RunningSandbox sandbox = start(withCommand(ofSeconds(1)))) {
      assertInstanceOf(DemoServers.class, sandbox.mlflow());
      long process = Long.parseLong(Files.readString(pid).strip());
      assertFalse(ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false));
    }
  }

  @Test
  void demoDataComesLastWithAServerEach() {
    try (RunningSandbox sandbox = start(withoutCommand(0))) {
      assertNotEquals(sandbox.mlflow().uri("churn"), sandbox.mlflow().uri("forecasting"));
    }
  }

  @Test
  void aTakenPortIsReportedByThePropertysName() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      IllegalStateException failure =
          assertThrows(
              IllegalStateException.class, () -> start(withoutCommand(taken.getLocalPort())));

      assertTrue(failure.getMessage().contains("portico.sandbox.port"), failure.getMessage());
      assertTrue(failure.getMessage().contains("" + taken.getLocalPort()), failure.getMessage());
    }
  }

  @Test
  void thePortIsFreeAgainAfterwards() {
    int port;
    try (RunningSandbox first = start(withoutCommand(0))) {
      port = first.endpoint().uri().getPort();
    }
    try (RunningSandbox second = start(withoutCommand(port))) {
      assertEquals(port, second.endpoint().uri().getPort());
    }
  }

  private RunningSandbox start(SandboxConfig config) {
    return RunningSandbox.start(vertx, config, bin.toString(), Clock.systemUTC());
  }

  private void command(String script) throws IOException {
    Path mlflow = Files.writeString(bin.resolve("mlflow"), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(mlflow, PosixFilePermissions.fromString("rwx------"));
  }

  private static SandboxConfig withCommand(Duration patience) {
    return new Config(0, 0, 0, Optional.empty(), true, patience, ofSeconds(0), false, false);
  }

  private static SandboxConfig withoutCommand(int port) {
    return new Config(
        port, 0, 0, Optional.empty(), false, ofSeconds(1), ofSeconds(0), false, false);
  }

  private static Duration ofSeconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }
}
