package io.portico.mlflow.proxy;

import io.portico.mlflow.TrackingServers;
import io.portico.portal.Origin;
import io.portico.portal.Portal;
import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The security headers of the MLflow origin. MLflow's UI needs {@code unsafe-eval} and shows HTML
 * artifacts in blob documents that inherit its policy: scripts may come from MLflow's own files and
 * ours, and from nowhere else. Made when it is first used, after the start has looked whether there
 * are addresses.
 */
@ApplicationScoped
public class FramePolicy {
  /** Stands in the policy for a server's name; there is no other brace in it. */
  private static final String SERVER = "{server}";

  private final Origin origin;
  private final String uiPolicy;
  private final String inertPolicy;

  FramePolicy(TrackingServers servers, Portal portal, ProxyConfig config) {
    origin = servers.origin().orElse(null);
    String ancestors =
        Stream.concat(Stream.of(portal.origin()), portal.embeddedIn().stream())
            .map(Origin::toString)
            .collect(Collectors.joining(" "));
    uiPolicy = uiPolicy(origin + "/mlflow/" + SERVER, config.htmlReportScripts(), ancestors);
    inertPolicy = "default-src 'none'; sandbox; frame-ancestors 'self' " + ancestors;
  }

  void addTo(MultiMap headers, String server, Content content) {
    boolean ui = content == Content.SHELL || content == Content.STATIC;
    headers.set("Content-Security-Policy", ui ? uiPolicy.replace(SERVER, server) : inertPolicy);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Origin-Agent-Cluster", "?1");
    headers.set(
        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    if (origin.isSecure()) {
      headers.set("Strict-Transport-Security", "max-age=31536000");
    }
  }

  private static String uiPolicy(String base, boolean htmlReportScripts, String ancestors) {
    return String.join(
        "; ",
        List.of(
            "default-src 'none'",
            "script-src %s/static-files/ %s/ 'unsafe-eval'%s"
                .formatted(base, base + UiLane.OWN, htmlReportScripts ? " 'unsafe-inline'" : ""),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self' blob: data:",
            "worker-src %s/static-files/ blob:".formatted(base),
            "media-src 'self' blob:",
            "frame-src 'self' blob:",
            "manifest-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "object-src 'none'",
            "frame-ancestors 'self' " + ancestors));
  }
}
