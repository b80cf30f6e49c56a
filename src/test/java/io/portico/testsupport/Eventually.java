package io.portico.testsupport;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.opentest4j.AssertionFailedError;

/** Waits for what another thread brings about, but not for ever. */
public final class Eventually {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private Eventually() {}

  /** Asks until the answer is the expected one. */
  public static <T> void equal(T expected, Supplier<T> answer) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    T actual = answer.get();
    while (!expected.equals(actual)) {
      if (System.nanoTime() > end) {
        throw new AssertionFailedError("not in " + PATIENCE, expected, actual);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
      actual = answer.get();
    }
  }
}
