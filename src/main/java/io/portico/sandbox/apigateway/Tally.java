package io.portico.sandbox.apigateway;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many calls came in, by AWS's names for them, for tests to read. */
public final class Tally {
  private final Map<String, Integer> received = new ConcurrentHashMap<>();
  private final Map<String, Integer> throttled = new ConcurrentHashMap<>();

  /** How many calls of that name were received, the throttled ones included. */
  public int received(String operation) {
    return received.getOrDefault(operation, 0);
  }

  /** How many calls of that name were refused for their number. */
  public int throttled(String operation) {
    return throttled.getOrDefault(operation, 0);
  }

  /** Starts again from nought. */
  public void clear() {
    received.clear();
    throttled.clear();
  }

  void countReceived(String operation) {
    received.merge(operation, 1, Integer::sum);
  }

  void countThrottled(String operation) {
    throttled.merge(operation, 1, Integer::sum);
  }
}
