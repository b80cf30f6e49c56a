package io.portico.sandbox.apigateway;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * How often calls may be made, in an account and region.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html">Quotas</a>
 */
final class Quotas {
  private static final long BURST = 40;
  private static final long PER_SECOND = 10;

  private final boolean enforced;
  private final TimeMeter time;
  private final Bucket all;
  private final Map<String, Bucket> byOperation;

  /**
   * @param enforced whether calls beyond a quota are refused
   */
  Quotas(boolean enforced, InstantSource clock) {
    this.enforced = enforced;
    this.time = new ClockTime(clock);
    this.all = bucket(BURST, PER_SECOND, Duration.ofSeconds(1));
    this.byOperation =
        Map.of(
            "CreateDocumentationVersion", bucket(1, 1, Duration.ofSeconds(20)),
            "ImportDocumentationParts", bucket(1, 1, Duration.ofSeconds(30)),
            "GetResources", bucket(5, 5, Duration.ofSeconds(2)));
  }

  /**
   * Counts a call.
   *
   * @throws GatewayException when it is one too many for now
   */
  void count(String operation) {
    if (enforced) {
      take(all);
      if (byOperation.containsKey(operation)) {
        take(byOperation.get(operation));
      }
    }
  }

  private static void take(Bucket bucket) {
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw GatewayException.tooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  private Bucket bucket(long capacity, long refill, Duration period) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(capacity).refillGreedy(refill, period))
        .withCustomTimePrecision(time)
        .build();
  }

  private record ClockTime(InstantSource clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      return Duration.between(Instant.EPOCH, clock.instant()).toNanos();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
