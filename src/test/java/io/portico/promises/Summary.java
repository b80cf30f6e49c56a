package io.portico.promises;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** What the suites tried and what they saw, printed once when all of them are over. */
public final class Summary implements TestExecutionListener {
  private static final Map<String, Supplier<String>> LINES = new ConcurrentSkipListMap<>();

  /**
   * Adds a line, or replaces it.
   *
   * @param seen asked for at the end
   */
  public static void line(String tried, Supplier<String> seen) {
    LINES.put(tried, seen);
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    LINES.forEach((tried, seen) -> System.out.printf("%s: %s%n", tried, seen.get()));
  }
}
