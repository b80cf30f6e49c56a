package io.portico.mlflow.proxy;

/**
 * How many retries a tracking server bears: one for every five requests, so that a struggling one
 * is not driven further down.
 */
final class RetryBudget {
  private static final double EARNED_PER_REQUEST = 0.2;
  private static final double MOST_SAVED = 10;

  private double saved;

  /** Counts a request. */
  synchronized void earn() {
    saved = Math.min(MOST_SAVED, saved + EARNED_PER_REQUEST);
  }

  /** Takes one retry, if there is one. */
  synchronized boolean spend() {
    if (saved < 1) {
      return false;
    }
    saved--;
    return true;
  }
}
