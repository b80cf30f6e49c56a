package io.portico.apidocs;

import io.github.bucket4j.BlockingBucket;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Holds calls back, repeated ones as well, so that the portal leaves room for the account's other
 * tools: AWS allows 10 calls a second to all of them together.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html">Quotas</a>
 */
final class CallBudget implements ExecutionInterceptor {
  /** AWS allows 5 of them in 2 seconds: half as many as of all calls in one. */
  private static final String SCARCE = "GetResources";

  private static final Duration SCARCITY = Duration.ofSeconds(2);

  private final BlockingBucket all;
  private final BlockingBucket scarce;
  private final Duration patience;

  /**
   * @param patience how long a call may have to wait
   */
  CallBudget(int callsPerSecond, Duration patience) {
    this.patience = patience;
    all = bucket(callsPerSecond, Duration.ofSeconds(1));
    scarce = bucket(Math.max(1, callsPerSecond / 2), SCARCITY);
  }

  private static BlockingBucket bucket(int calls, Duration period) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(calls).refillGreedy(calls, period))
        .build()
        .asBlocking();
  }

  @Override
  public void beforeTransmission(Context.BeforeTransmission call, ExecutionAttributes attributes) {
    try {
      boolean isScarce =
          SCARCE.equals(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
      if (isScarce && !scarce.tryConsume(1, patience) || !all.tryConsume(1, patience)) {
        throw new Exhausted();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw SdkClientException.create("Interrupted while waiting for a turn", e);
    }
  }

  /** Nobody waits that long. */
  static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Exhausted() {
      super("The portal's own budget of calls to API Gateway is used up", null, false, false);
    }
  }
}
