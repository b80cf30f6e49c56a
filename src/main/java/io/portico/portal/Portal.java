package io.portico.portal;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Where the portal stands and who surrounds it. */
@ApplicationScoped
public class Portal {
  private final PortalConfig config;

  public Portal(PortalConfig config) {
    this.config = config;
  }

  /** Its own origin; there is one once the portal has started. */
  public Origin origin() {
    return configuredOrigin().orElseThrow();
  }

  /**
   * Whether a Host header names the portal. On a developer's machine {@code localhost} does too:
   * not every resolver knows names below it.
   */
  public boolean answersTo(String host) {
    return origin().hasAuthority(host) || isLocalAlias(host);
  }

  /** Its own origin as a request that it answers to names it. */
  public Origin originIn(HttpServerRequest request) {
    String host = String.valueOf(request.authority());
    return isLocalAlias(host)
        ? Origin.parse(origin().scheme() + "://" + host).orElseThrow()
        : origin();
  }

  /** Whether a Host header means the developer's machine, and the portal runs on one. */
  boolean isLocalAlias(String host) {
    return origin().host().endsWith(".localhost")
        && host != null
        && host.matches("(localhost|127\\.0\\.0\\.1)(:\\d+)?");
  }

  /** The same before the configuration was checked. */
  public Optional<Origin> configuredOrigin() {
    return config.origin().flatMap(Origin::parse);
  }

  /**
   * The origin for programs. It is the portal's own, except on a developer's machine: browsers know
   * every name under {@code .localhost} (RFC 6761, 6.3), but the resolvers that programs use often
   * know only {@code localhost} itself.
   */
  public Origin addressForPrograms() {
    Origin origin = origin();
    return origin.host().endsWith(".localhost")
        ? new Origin(origin.scheme(), "localhost", origin.port())
        : origin;
  }

  /** Origins beside its own that may frame it. */
  public List<Origin> embeddedIn() {
    return config.embeddedIn().orElse(List.of()).stream()
        .flatMap(ancestor -> Origin.parse(ancestor).stream())
        .toList();
  }

  /** Whom to ask for access. */
  public Optional<String> contact() {
    return config.contact();
  }
}
