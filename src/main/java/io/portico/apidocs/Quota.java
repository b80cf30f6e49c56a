package io.portico.apidocs;

import java.time.Duration;

/**
 * A call that AWS allows an account and region once in a while.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html">Quotas</a>
 */
public enum Quota {
  CREATE_VERSION(Duration.ofSeconds(20)),
  IMPORT(Duration.ofSeconds(30));

  private final Duration interval;

  Quota(Duration interval) {
    this.interval = interval;
  }

  /** From one call to the next. */
  public Duration interval() {
    return interval;
  }
}
