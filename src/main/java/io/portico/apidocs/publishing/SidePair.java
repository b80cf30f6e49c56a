package io.portico.apidocs.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** What is compared: what was, and what is. */
public record SidePair(Side from, Side to) {
  /** The query that leads to the comparison, without the question mark. */
  public String query() {
    return "from=%s&to=%s".formatted(encoded(from), encoded(to));
  }

  /** The other way round. */
  public SidePair turned() {
    return new SidePair(to, from);
  }

  private static String encoded(Side side) {
    return URLEncoder.encode(side.toString(), UTF_8);
  }
}
