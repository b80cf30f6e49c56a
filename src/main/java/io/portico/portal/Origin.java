package io.portico.portal;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * A web origin (RFC 6454): scheme, host and port, nothing else.
 *
 * @param port always a number, 80 and 443 where the URL leaves it out
 */
public record Origin(String scheme, String host, int port) {

  /**
   * Empty unless {@code text} is an http(s) origin and nothing more (a path of "/" is let pass).
   */
  public static Optional<Origin> parse(String text) {
    try {
      URI uri = URI.create(text);
      boolean bare =
          uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null
              && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"));
      return bare ? of(uri) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The origin of an http(s) URL. */
  public static Optional<Origin> of(URI uri) {
    if (uri.getHost() == null || !uri.isAbsolute()) {
      return Optional.empty();
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.empty();
    }
    int port = uri.getPort() >= 0 ? uri.getPort() : defaultPort(scheme);
    return Optional.of(new Origin(scheme, uri.getHost().toLowerCase(Locale.ROOT), port));
  }

  public boolean isSecure() {
    return scheme.equals("https");
  }

  /** Whether a Host header names this origin. */
  public boolean hasAuthority(String hostHeader) {
    return hostHeader != null
        && (hostHeader.equalsIgnoreCase(authority())
            || hostHeader.equalsIgnoreCase(host + ":" + port));
  }

  /** The address of an absolute path on this origin. */
  public URI resolve(String path) {
    return URI.create(this + path);
  }

  private String authority() {
    return port == defaultPort(scheme) ? host : host + ":" + port;
  }

  private static int defaultPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }

  /** As browsers send it in the Origin header. */
  @Override
  public String toString() {
    return scheme + "://" + authority();
  }
}
