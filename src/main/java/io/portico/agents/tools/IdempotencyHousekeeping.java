package io.portico.agents.tools;

import io.portico.database.Repetition;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Forgets answers that nobody asks for again. */
@ApplicationScoped
class IdempotencyHousekeeping {
  private static final Repetition REPEATED =
      new Repetition(
          Logger.getLogger(IdempotencyHousekeeping.class), "Old answers cannot be deleted");

  private final IdempotentAnswers answers;
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "idempotency-housekeeping"));

  IdempotencyHousekeeping(IdempotentAnswers answers) {
    this.answers = answers;
  }

  void start(@Observes StartupEvent start) {
    thread.scheduleWithFixedDelay(REPEATED.of(answers::deleteOld), 1, 1, TimeUnit.HOURS);
  }

  void stop(@Observes ShutdownEvent stop) {
    thread.shutdownNow();
  }
}
