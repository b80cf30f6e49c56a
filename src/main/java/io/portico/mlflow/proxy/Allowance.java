package io.portico.mlflow.proxy;

import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a limit leaves after a request.
 *
 * @param quota requests in a window
 * @param remaining requests that would be granted now
 * @param delay until the limit is whole again; after a refusal, until one request is granted
 */
record Allowance(
    String name, long quota, Duration window, boolean granted, long remaining, Duration delay) {

  /** In whole seconds, never too early. */
  long delaySeconds() {
    return delay.plusSeconds(1).minusNanos(1).toSeconds();
  }

  /**
   * Tells programs before they run into a limit (draft-ietf-httpapi-ratelimit-headers-10).
   *
   * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/">RateLimit
   *     header fields for HTTP</a>
   */
  static void addTo(MultiMap headers, List<Allowance> allowances) {
    headers.set(
        "RateLimit-Policy",
        list(allowances, a -> '"' + a.name + "\";q=" + a.quota + ";w=" + a.window.toSeconds()));
    headers.set(
        "RateLimit",
        list(allowances, a -> '"' + a.name + "\";r=" + a.remaining + ";t=" + a.delaySeconds()));
  }

  private static String list(List<Allowance> allowances, Function<Allowance, String> item) {
    return allowances.stream().map(item).collect(Collectors.joining(", "));
  }
}
