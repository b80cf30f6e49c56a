package io.portico.agents.tools;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * How many calls may be under way on a replica: each holds a thread, and a tracking server may be
 * silent for a minute. Whoever comes too much is turned away and does not wait.
 */
@ApplicationScoped
class CallRoom {
  private static final int FOR_ALL = 64;
  private static final int FOR_ONE = 8;

  private final Semaphore all = new Semaphore(FOR_ALL);
  private final ConcurrentHashMap<String, Integer> each = new ConcurrentHashMap<>();

  /** Does something if there is room; empty if there is none. */
  <T> Optional<T> within(String subject, Supplier<T> call) {
    if (!all.tryAcquire()) {
      return Optional.empty();
    }
    try {
      boolean within = each.merge(subject, 1, Integer::sum) <= FOR_ONE;
      try {
        return within ? Optional.of(call.get()) : Optional.empty();
      } finally {
        each.computeIfPresent(subject, (who, calls) -> calls == 1 ? null : calls - 1);
      }
    } finally {
      all.release();
    }
  }
}
