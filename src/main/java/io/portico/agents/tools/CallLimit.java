package io.portico.agents.tools;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.portico.startup.ConfigurationCheck;
import io.portico.startup.ConfigurationProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How many requests programs may send to the tools for one person or service: a token bucket, which
 * bears a burst of the whole quota. Each replica counts by itself.
 */
@ApplicationScoped
class CallLimit implements ConfigurationCheck {
  private static final int MAX_BUCKETS = 100_000;

  private final long quota;
  private final Duration window;
  private final LoadingCache<String, Bucket> buckets;

  /**
   * What is left after a request.
   *
   * @param seconds until the quota is whole again; after a refusal, until one request is granted
   */
  record Allowance(boolean granted, long remaining, long seconds) {}

  @Inject
  CallLimit(ToolsConfig config) {
    this(config.calls(), config.window());
  }

  CallLimit(long quota, Duration window) {
    this.quota = quota;
    this.window = window;
    // A bucket that nobody took from for a window is full, and need not be remembered.
    buckets =
        Caffeine.newBuilder()
            .maximumSize(MAX_BUCKETS)
            .expireAfterAccess(window)
            .build(
                subject ->
                    Bucket.builder()
                        .addLimit(limit -> limit.capacity(quota).refillGreedy(quota, window))
                        .build());
  }

  @Override
  public List<ConfigurationProblem> problems() {
    List<ConfigurationProblem> problems = new ArrayList<>();
    if (quota < 1) {
      problems.add(new ConfigurationProblem("portico.tools.calls", "set 1 or more"));
    }
    if (window.compareTo(Duration.ofSeconds(1)) < 0) {
      problems.add(new ConfigurationProblem("portico.tools.window", "set a second or more"));
    }
    return problems;
  }

  Allowance take(String subject) {
    ConsumptionProbe probe = buckets.get(subject).tryConsumeAndReturnRemaining(1);
    long nanos =
        probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill();
    return new Allowance(
        probe.isConsumed(),
        probe.getRemainingTokens(),
        Duration.ofNanos(nanos).plusSeconds(1).minusNanos(1).toSeconds());
  }

  /**
   * The header {@code RateLimit-Policy}.
   *
   * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/">RateLimit
   *     header fields for HTTP</a>
   */
  String policy() {
    return "\"agent\";q=%d;w=%d".formatted(quota, window.toSeconds());
  }

  /** The header {@code RateLimit}. */
  static String header(Allowance allowance) {
    return "\"agent\";r=%d;t=%d".formatted(allowance.remaining(), allowance.seconds());
  }
}
