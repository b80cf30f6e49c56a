package io.portico.mlflow.proxy;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.portico.audit.Actor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * How many requests a person, and each access token, may send: token buckets, which bear a burst of
 * a whole quota. Each replica counts by itself.
 */
@Singleton
public class Limits {
  private static final int MAX_BUCKETS = 100_000;

  private final Duration window;
  private final long quotaOfToken;
  private final long quotaOfPerson;
  private final LoadingCache<String, Bucket> tokens;
  private final LoadingCache<String, Bucket> people;

  @Inject
  Limits(ProxyConfig config) {
    this(config.limits().window(), config.limits().token(), config.limits().person());
  }

  Limits(Duration window, long quotaOfToken, long quotaOfPerson) {
    this.window = window;
    this.quotaOfToken = quotaOfToken;
    this.quotaOfPerson = quotaOfPerson;
    tokens = buckets(quotaOfToken);
    people = buckets(quotaOfPerson);
  }

  /** A bucket that nobody took from for a window is full, and need not be remembered. */
  private LoadingCache<String, Bucket> buckets(long quota) {
    return Caffeine.newBuilder()
        .maximumSize(MAX_BUCKETS)
        .expireAfterAccess(window)
        .build(
            key ->
                Bucket.builder()
                    .addLimit(limit -> limit.capacity(quota).refillGreedy(quota, window))
                    .build());
  }

  /** Counts one request of somebody, if all that limits them allows it. */
  List<Allowance> take(Actor actor) {
    Allowance person = take("person", quotaOfPerson, people.get(actor.subject()));
    if (!person.granted() || !actor.via().startsWith("token:")) {
      return List.of(person);
    }
    Allowance token = take("token", quotaOfToken, tokens.get(actor.via()));
    if (!token.granted()) {
      people.get(actor.subject()).addTokens(1);
    }
    return List.of(token, person);
  }

  private Allowance take(String name, long quota, Bucket bucket) {
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return new Allowance(
        name,
        quota,
        window,
        probe.isConsumed(),
        probe.getRemainingTokens(),
        Duration.ofNanos(
            probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill()));
  }
}
