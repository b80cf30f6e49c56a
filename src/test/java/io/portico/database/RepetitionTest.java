package io.portico.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.testsupport.LogLines;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RepetitionTest {
  private static final String LOG = RepetitionTest.class.getName();
  private static final Repetition REPEATED =
      new Repetition(Logger.getLogger(LOG), "The flowers are not watered");

  /** Kept, for a logger that nobody holds forgets its level. */
  private static final java.util.logging.Logger CATEGORY = java.util.logging.Logger.getLogger(LOG);

  private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1);
  private final Semaphore times = new Semaphore(0);

  @BeforeAll
  static void asOperatorsReadIt() {
    CATEGORY.setLevel(Level.INFO);
  }

  private List<String> saidOf(RuntimeException failure) throws InterruptedException {
    try (LogLines lines = new LogLines(LOG)) {
      thread.scheduleWithFixedDelay(
          REPEATED.of(
              () -> {
                times.release();
                throw failure;
              }),
          0,
          1,
          TimeUnit.MILLISECONDS);
      assertTrue(times.tryAcquire(3, 10, TimeUnit.SECONDS), "three times");
      thread.shutdownNow();
      assertTrue(thread.awaitTermination(10, TimeUnit.SECONDS));
      return lines.all().stream().distinct().toList();
    }
  }

  @Test
  void anOutageIsBorneInSilence() throws InterruptedException {
    assertEquals(List.of(), saidOf(Away.unavailable()));
  }

  @Test
  void aMistakeIsToldAndTriedAgain() throws InterruptedException {
    assertEquals(
        List.of("The flowers are not watered"), saidOf(new IllegalStateException("a mistake")));
  }
}
