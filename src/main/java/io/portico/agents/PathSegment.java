package io.portico.agents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Optional;

/** One segment of a path, as an address writes it (RFC 3986, 3.3). */
public final class PathSegment {
  private PathSegment() {}

  public static String encoded(String segment) {
    return URLEncoder.encode(segment, UTF_8).replace("+", "%20").replace("%7E", "~");
  }

  /** Empty if it is none, or one that leads elsewhere. */
  static Optional<String> decoded(String written) {
    try {
      // Only in forms a plus is a space.
      String segment = URLDecoder.decode(written.replace("+", "%2B"), UTF_8);
      boolean leads = segment.isEmpty() || segment.equals(".") || segment.equals("..");
      return leads ? Optional.empty() : Optional.of(segment);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
