package io.portico.mlflow.proxy;

import io.portico.identity.EndedSessions;
import io.portico.mlflow.AccessLevel;
import io.portico.mlflow.FixedServers;
import io.portico.mlflow.TrackingServer;
import io.portico.mlflow.TrackingServerArn;
import io.portico.mlflow.TrackingServers;
import io.portico.portal.Portal;
import io.portico.portal.PortalConfig;
import io.portico.portal.PortalSecret;
import io.portico.testsupport.FixedPortalConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A person who looks at a server in the frame for a day, and the rules that let them in. */
final class FrameVisit {
  static final TrackingServer SERVER =
      new TrackingServer(
          "churn",
          "Customer churn",
          TrackingServerArn.parse("arn:aws:sagemaker:eu-west-1:123456789012:mlflow-app/app-1A2B"),
          URI.create("https://mlflow.sagemaker.eu-west-1.app.aws"),
          Map.of(),
          Map.of(),
          Map.of());

  private final PortalConfig config = new FixedPortalConfig("benchmarks-".repeat(4));
  private final Portal portal = new Portal(config);
  private final FrameSeal seal = new FrameSeal(new PortalSecret(config));
  private final TrackingServers servers =
      FixedServers.on("https://mlflow.portal.example.com", portal);

  FrameSession session() {
    return new FrameSession(new FrameTickets(seal, new EndedSessions()), servers);
  }

  BrowserChecks checks() {
    return new BrowserChecks(servers.origin());
  }

  FramePolicy policy() {
    return new FramePolicy(
        servers,
        portal,
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(ProxyConfig.class)
            .build()
            .getConfigMapping(ProxyConfig.class));
  }

  /** A browser's, with the cookies of all servers that the person looked at. */
  Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>(Arrived.BROWSER);
    headers.put("Cookie", cookie("forecasting") + "; " + cookie(SERVER.id()) + "; " + cookie("x"));
    return headers;
  }

  private String cookie(String server) {
    FrameGrant grant =
        new FrameGrant(
            UUID.randomUUID().toString(),
            server,
            AccessLevel.CONTRIBUTOR,
            "f3b1c2d4-5e6f-4a7b-8c9d-0e1f2a3b4c5d",
            "Ada Lovelace",
            UUID.randomUUID().toString(),
            Instant.now().plus(Duration.ofDays(1)));
    return "__Host-portico-frame-" + server + "=" + seal.session(grant);
  }
}
