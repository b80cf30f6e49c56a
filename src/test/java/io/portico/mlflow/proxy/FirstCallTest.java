package io.portico.mlflow.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.mlflow.AccessLevel;
import io.portico.mlflow.TrackingServer;
import io.portico.mlflow.TrackingServers;
import io.portico.sandbox.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FirstCallTest {
  @Inject TrackingServers servers;
  @Inject MlflowApi api;
  @Inject Sandbox sandbox;

  private TrackingServer forecasting() {
    return servers.find("forecasting").orElseThrow();
  }

  private TrackingServer at(int port) {
    TrackingServer server = forecasting();
    return new TrackingServer(
        "first-call-" + port,
        server.title(),
        server.arn(),
        URI.create("http://127.0.0.1:" + port),
        server.roles(),
        server.access(),
        server.scopes());
  }

  @Test
  void awsSeesThePortalAsAViewer() {
    new FirstCall(servers, api).call(forecasting());
    var last = sandbox.journal().entries().get(sandbox.journal().entries().size() - 1);
    assertTrue(last.accepted(), last::toString);
    assertEquals(
        "arn:aws:sts::123456789012:assumed-role/portico-forecasting-viewer/portico",
        last.identity().orElseThrow().arn());
  }

  @Test
  void aServerWithoutViewersIsCalledInTheLowestRoleThatItHas() {
    TrackingServer server = forecasting();
    TrackingServer managed =
        new TrackingServer(
            server.id(),
            server.title(),
            server.arn(),
            server.endpoint(),
            Map.of(AccessLevel.MANAGER, server.roleFor(AccessLevel.MANAGER).orElseThrow()),
            server.access(),
            server.scopes());
    new FirstCall(servers, api).call(managed);
    var last = sandbox.journal().entries().get(sandbox.journal().entries().size() - 1);
    assertEquals(
        "arn:aws:sts::123456789012:assumed-role/portico-forecasting-manager/portico",
        last.identity().orElseThrow().arn());
  }

  @Test
  void aServerThatIsSilentOrAwayKeepsNobodyFromStarting() throws IOException {
    FirstCall hasty = new FirstCall(servers, api, Duration.ofMillis(100));
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      hasty.call(at(silent.getLocalPort()));
    }
    hasty.call(at(1));
  }
}
